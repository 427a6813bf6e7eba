import type { Agency } from '../directory/agency.entity.js';
import { foldWords } from '../platform/kernel/fold.js';

/** What is needed of an agency to recognise it. */
export type KnownAgency = Readonly<Pick<Agency, 'id' | 'name' | 'shortName' | 'level' | 'path'>>;

/** What the portal writes where it knows nothing. */
const UNKNOWN = new Set(['', 'khong co thong tin']);
/** “Ủy ban nhân dân cấp xã” is whichever committee is near. */
const LEVELS: readonly (readonly [pattern: RegExp, level: Agency['level']])[] = [
  [/ uy ban nhan dan (cap )?(xa|phuong|dac khu) /, 'COMMUNE'],
  [/ (uy ban nhan dan|ubnd) (cap )?tinh /, 'PROVINCE'],
];

const phrases = new WeakMap<KnownAgency, readonly string[]>();

/** @returns the name that the portal tells, whoever decides before whoever handles; empty where it tells none. */
export function tellingName(names: readonly string[]): string {
  return names.find((name) => !UNKNOWN.has(foldWords(name).join(' '))) ?? '';
}

/**
 * Finds in the directory what a procedure's text calls its agency. Names contain commas and are never split: an agency
 * is recognised where its whole name stands in the text.
 * @param among those alive.
 * @param near where the question was asked: of many departments of one name the nearest is meant.
 * @returns null where none, or no single one, is meant.
 */
export function matchAgency(
  text: string,
  among: Iterable<KnownAgency>,
  near: KnownAgency | null,
): KnownAgency | null {
  const asked = ` ${foldWords(text).join(' ')} `;
  const all = [...among];
  const named = longest(all, asked);
  if (named.length > 0) return nearest(named, near);
  const level = LEVELS.find(([pattern]) => pattern.test(asked))?.[1];
  if (level === undefined || near === null) return null;
  return all.find((agency) => agency.level === level && near.path.startsWith(agency.path)) ?? null;
}

/** Those whose name stands in the text; the longest name says most. */
function longest(among: readonly KnownAgency[], asked: string): KnownAgency[] {
  let best: KnownAgency[] = [];
  let length = 0;
  for (const agency of among) {
    const found = Math.max(
      ...phrasesOf(agency).map((phrase) => (asked.includes(phrase) ? phrase.length : 0)),
    );
    if (found === 0 || found < length) continue;
    if (found > length) best = [];
    length = found;
    best.push(agency);
  }
  return best;
}

function phrasesOf(agency: KnownAgency): readonly string[] {
  const known = phrases.get(agency);
  if (known) return known;
  const made = [agency.name, agency.shortName].map((name) => ` ${foldWords(name).join(' ')} `);
  phrases.set(agency, made);
  return made;
}

/** Of several of one name the one with which the asking agency shares most of its place in the tree. */
function nearest(named: readonly KnownAgency[], near: KnownAgency | null): KnownAgency | null {
  const [only] = named;
  if (named.length === 1) return only ?? null;
  const shared = named.map((agency) => sharedSteps(agency.path, near?.path ?? ''));
  const most = Math.max(...shared);
  const best = named.filter((_, at) => shared[at] === most);
  return best.length === 1 ? (best[0] ?? null) : null;
}

function sharedSteps(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')];
  const differs = a.findIndex((step, at) => step !== b[at]);
  return differs === -1 ? a.length : differs;
}
