/** By what a submitter can be reached, and known again. */
export interface Contact {
  readonly phone: string;
  readonly email: string | null;
}

/**
 * One spelling for one mailbox: people write its capitals as they please. Telephone numbers are brought into one
 * spelling by the forms that read them.
 */
export function inOneSpelling<T extends Contact>(submitter: T): T {
  return { ...submitter, email: submitter.email?.toLowerCase() ?? null };
}

/** @returns whether the two can be reached at one number or mailbox. */
export function sameContact(a: Contact, b: Contact): boolean {
  const [mailA, mailB] = [a.email?.toLowerCase(), b.email?.toLowerCase()];
  return (a.phone !== '' && a.phone === b.phone) || (!!mailA && mailA === mailB);
}
