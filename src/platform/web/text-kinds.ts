import { cleanLine, cleanText, countCharacters } from '../kernel/clean-text.js';
import type { Message } from '../kernel/errors.js';
import { isDeliverable } from '../mail/mail-address.js';
import { type FieldKind, NOT_ONE } from './form-field.js';

export interface LineOptions {
  readonly label: string;
  /** Code points, as the databases count a bounded column. */
  readonly max: number;
  readonly required?: boolean;
  readonly pattern?: RegExp;
  /** What to say when the pattern does not match. */
  readonly patternKey?: string;
}

export interface TextOptions {
  readonly label: string;
  /** Characters as a person counts them. */
  readonly max: number;
  readonly required?: boolean;
}

/** One character may be made of many marks: a text of few characters can still be endless. */
const UNITS_PER_CHARACTER = 8;
const PHONE = /^(0\d{9,10}|1[89]00\d{4,6}|\+[1-9]\d{7,14})$/;

/** @returns a function that leaves everything but texts as it came. */
const ofText =
  (clean: (text: string) => string) =>
  (raw: unknown): unknown => {
    if (raw === undefined || raw === null) return '';
    return typeof raw === 'string' ? clean(raw) : raw;
  };

const check =
  (label: string, required: boolean | undefined, more: (text: string) => Message | null) =>
  (value: unknown): Message | null => {
    if (typeof value !== 'string') return { ...NOT_ONE, params: { label } };
    if (value === '') return required ? { key: 'errors.required', params: { label } } : null;
    return more(value);
  };

function tooLong(label: string, max: number, count: number): Message | null {
  return count > max ? { key: 'errors.tooLong', params: { label, max, count } } : null;
}

export function lineKind({
  label,
  max,
  required,
  pattern,
  patternKey = 'errors.pattern',
}: LineOptions): FieldKind {
  return {
    clean: ofText(cleanLine),
    check: check(label, required, (text) => {
      const fault = tooLong(label, max, Array.from(text).length);
      return fault ?? (pattern && !pattern.test(text) ? { key: patternKey, params: { label } } : null);
    }),
  };
}

export function textKind({ label, max, required }: TextOptions): FieldKind {
  const countOf = (text: string): number =>
    text.length > max * UNITS_PER_CHARACTER ? Array.from(text).length : countCharacters(text);
  return {
    clean: ofText(cleanText),
    check: check(label, required, (text) => tooLong(label, max, countOf(text))),
  };
}

/** One address that mail can be sent to: what is taken here is never refused when the letter goes out. */
export function emailKind({ label, required }: { label: string; required?: boolean }): FieldKind {
  return {
    clean: ofText((text) => cleanText(text).replace(/\s+/g, '')),
    check: check(label, required, (text) =>
      isDeliverable(text) ? null : { key: 'errors.email', params: { label } },
    ),
  };
}

/** Vietnamese numbers with a leading 0 (+84 becomes 0), service numbers 1800/1900, others as +country number. */
export function phoneKind({ label, required }: { label: string; required?: boolean }): FieldKind {
  return {
    clean: ofText((text) => {
      const typed = cleanLine(text);
      const bare = typed.replace(/[\s.()\u2010-\u2015-]/g, '').replace(/^(?:\+|00)84(?=[1-9])/, '0');
      return PHONE.test(bare) ? bare : typed;
    }),
    check: check(label, required, (text) =>
      PHONE.test(text) ? null : { key: 'errors.phone', params: { label } },
    ),
  };
}

/** Tokens and keys that the page carries: nobody types them, so a fault says that the form was broken. */
export function hiddenKind({ max, required }: { max: number; required?: boolean }): FieldKind {
  const broken: Message = { key: 'errors.brokenForm' };
  return {
    clean: ofText(cleanLine),
    check: (value) => {
      if (typeof value !== 'string' || value.length > max) return broken;
      return required && value === '' ? broken : null;
    },
  };
}

/** Passwords and PINs: every character counts as it was typed; `accounts` normalises them. */
export function secretKind({ label, max, required }: TextOptions): FieldKind {
  return {
    clean: ofText((text) => text.toWellFormed()),
    check: check(label, required, (text) => tooLong(label, max, text.length)),
  };
}
