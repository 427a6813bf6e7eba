import { fold } from '../../platform/kernel/fold.js';

/** A piece of a text; `found` where it is what was looked for. The template escapes both alike. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Folded words that are looked for. */
export type Wanted = ReadonlySet<string>;

const WORD = /[\p{L}\p{N}]+/gu;
const BEFORE = 60;

/** @returns the text in pieces; neighbouring found words are one piece with the blank between them. */
export function partsOf(text: string, wanted: Wanted): Part[] {
  const parts: { text: string; found: boolean }[] = [];
  const add = (piece: string, found: boolean): void => {
    const last = parts.at(-1);
    if (piece === '') return;
    if (last?.found === found) last.text += piece;
    else parts.push({ text: piece, found });
  };
  let from = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const found = wanted.has(fold(word));
    const between = text.slice(from, index);
    add(between, found && (parts.at(-1)?.found ?? false) && /^\s+$/.test(between));
    add(word, found);
    from = index + word.length;
  }
  add(text.slice(from), false);
  return parts;
}

/**
 * A passage of about `length` characters around the first found word, cut between words, in the first of the texts
 * that has one; the beginning of the first text where none has.
 */
export function passage(texts: readonly string[], wanted: Wanted, length: number): Part[] {
  const lines = texts.map((text) => text.replace(/\s+/g, ' ').trim());
  for (const line of lines) {
    const at = firstFound(line, wanted);
    if (at !== null) return partsOf(cut(line, Math.max(0, at - BEFORE), length), wanted);
  }
  return partsOf(cut(lines[0] ?? '', 0, length), wanted);
}

function firstFound(line: string, wanted: Wanted): number | null {
  for (const { index, 0: word } of line.matchAll(WORD)) if (wanted.has(fold(word))) return index;
  return null;
}

function cut(line: string, from: number, length: number): string {
  const start = from === 0 ? 0 : line.indexOf(' ', from) + 1;
  const rest = line.slice(start, start + length);
  const isWhole = start + length >= line.length;
  const shown = isWhole ? rest : `${rest.slice(0, Math.max(rest.lastIndexOf(' '), length / 2))}…`;
  return start > 0 ? `…${shown}` : shown;
}
