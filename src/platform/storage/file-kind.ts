/** What may be attached: its ending, what it is called on the wire, and which look it gets. */
export interface FileKind {
  readonly ending: string;
  readonly mediaType: string;
  readonly family: 'picture' | 'pdf' | 'ooxml' | 'ole';
}

const kind = (ending: string, family: FileKind['family'], mediaType: string): FileKind => ({
  ending,
  mediaType,
  family,
});

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_KINDS: readonly FileKind[] = [
  kind('jpg', 'picture', 'image/jpeg'),
  kind('jpeg', 'picture', 'image/jpeg'),
  kind('png', 'picture', 'image/png'),
  kind('pdf', 'pdf', 'application/pdf'),
  kind('doc', 'ole', 'application/msword'),
  kind('docx', 'ooxml', `${OFFICE}.wordprocessingml.document`),
  kind('xls', 'ole', 'application/vnd.ms-excel'),
  kind('xlsx', 'ooxml', `${OFFICE}.spreadsheetml.sheet`),
];

/** For the `accept` of an input: endings with their points, then what telephones ask for. */
export const ACCEPTED = [...FILE_KINDS.map(({ ending }) => `.${ending}`), 'image/jpeg', 'image/png'].join(
  ',',
);

/** @returns the kind that the name's ending says; null for all others. */
export function kindOfName(name: string): FileKind | null {
  const ending = /\.([A-Za-z]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  return FILE_KINDS.find((one) => one.ending === ending) ?? null;
}
