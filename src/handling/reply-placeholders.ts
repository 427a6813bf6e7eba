import { type CivilDay, formatDay } from '../platform/kernel/civil-day.js';
import { fold } from '../platform/kernel/fold.js';

/** What a template may leave to be filled in; days are days in Vietnam. */
export interface ReplyFacts {
  readonly submitter: { readonly type: string; readonly name: string };
  readonly title: string;
  readonly code: string;
  readonly registerNumber: string | null;
  readonly received: CivilDay;
  readonly due: CivilDay;
  readonly procedure: string | null;
  readonly agency: string;
  readonly today: CivilDay;
}

/** Printed where the item has no such thing: the drafter sees the gap. */
const GAP = '……';

/** By the words that stand between the braces; templates are Vietnamese, as replies are. */
const PLACEHOLDERS: Readonly<Record<string, (facts: ReplyFacts) => string>> = {
  'xưng hô': ({ submitter }) => salutation(submitter.type),
  'người gửi': ({ submitter }) => submitter.name || GAP,
  'tiêu đề': ({ title }) => title,
  'mã hồ sơ': ({ code }) => code,
  'số vào sổ': ({ registerNumber }) => registerNumber ?? GAP,
  'ngày gửi': ({ received }) => formatDay(received),
  'hạn trả lời': ({ due }) => formatDay(due),
  'thủ tục': ({ procedure }) => procedure ?? GAP,
  'cơ quan': ({ agency }) => agency,
  'hôm nay': ({ today }) => formatDay(today),
};

export const PLACEHOLDER_NAMES: readonly string[] = Object.keys(PLACEHOLDERS);

/** Typed with or without marks, in any case: `{Người gửi}`, `{nguoi gui}`. */
const BY_FOLDED = new Map(Object.entries(PLACEHOLDERS).map(([name, fill]) => [fold(name), fill]));
const BRACED = /\{([^{}\n]*)\}/g;

/** @returns whether the template asks for the submitter's name. */
export function namesSubmitter(body: string): boolean {
  return Array.from(body.matchAll(BRACED), ([, name = '']) => fold(name)).includes(fold('người gửi'));
}

/** @returns how a reply addresses its reader. */
export function salutation(submitterType: string): string {
  if (submitterType === 'ENTERPRISE') return 'Quý doanh nghiệp';
  return submitterType === 'ORGANISATION' ? 'Quý cơ quan, tổ chức' : 'Ông/Bà';
}

/** @returns what stands in braces and is no placeholder, as typed, each once; a brace without its other one too. */
export function unknownPlaceholders(body: string): string[] {
  const named = Array.from(body.matchAll(BRACED), ([whole, name = '']) => ({ whole, name }));
  const unknown = named.filter(({ name }) => !BY_FOLDED.has(fold(name))).map(({ whole }) => whole);
  const loose = body.replace(BRACED, '').match(/[{}]/g) ?? [];
  return [...new Set([...unknown, ...loose])];
}

/** @returns the template's words for this item; what is no placeholder stays as it is. */
export function fillTemplate(body: string, facts: ReplyFacts): string {
  return body.replace(BRACED, (whole, name: string) => BY_FOLDED.get(fold(name))?.(facts) ?? whole);
}
