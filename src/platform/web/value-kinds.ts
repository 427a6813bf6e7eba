import { cleanLine } from '../kernel/clean-text.js';
import { isCivilDay } from '../kernel/civil-day.js';
import type { Message } from '../kernel/errors.js';
import { type FieldKind, NOT_ONE } from './form-field.js';

export interface ChoiceOptions {
  readonly label: string;
  readonly values: readonly string[];
  readonly required?: boolean;
}

export interface WholeOptions {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly required?: boolean;
}

export interface DayOptions {
  readonly label: string;
  readonly required?: boolean;
}

const isEmpty = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';
const choose = (label: string): Message => ({ key: 'errors.choose', params: { label } });

/** Radio buttons and selects; `''` where nothing is chosen. */
export function choiceKind({ label, values, required }: ChoiceOptions): FieldKind {
  return {
    clean: (raw) => (isEmpty(raw) ? '' : raw),
    check: (value) => {
      if (value === '') return required ? choose(label) : null;
      return typeof value === 'string' && values.includes(value) ? null : choose(label);
    },
  };
}

/** Checkboxes; each value once, in the order in which the form offers them. */
export function choicesKind({ label, values, required }: ChoiceOptions): FieldKind {
  const isOffered = (one: unknown): boolean => typeof one === 'string' && values.includes(one);
  return {
    many: true,
    clean: (raw) => {
      if (isEmpty(raw)) return [];
      const sent: unknown[] = Array.isArray(raw) ? raw : [raw];
      return sent.every(isOffered) ? values.filter((one) => sent.includes(one)) : sent;
    },
    check: (value) => {
      const chosen: unknown[] = Array.isArray(value) ? value : [null];
      return chosen.every(isOffered) && (chosen.length > 0 || !required) ? null : choose(label);
    },
  };
}

/** One checkbox: true when it came, whatever its value. */
export function tickKind({ label, required }: DayOptions): FieldKind {
  return {
    clean: (raw) => (typeof raw === 'string' || raw === undefined || raw === null ? !isEmpty(raw) : raw),
    check: (value) => {
      if (typeof value !== 'boolean') return { ...NOT_ONE, params: { label } };
      return required && !value ? { key: 'errors.tick', params: { label } } : null;
    },
  };
}

/** A whole number; null where the field is empty. */
export function wholeKind({ label, min, max, required }: WholeOptions): FieldKind {
  return {
    clean: (raw) => {
      if (typeof raw !== 'string') return raw ?? null;
      const typed = cleanLine(raw);
      if (typed === '') return null;
      return /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;
    },
    check: (value) => {
      if (value === null) return required ? { key: 'errors.required', params: { label } } : null;
      if (Array.isArray(value)) return { ...NOT_ONE, params: { label } };
      const isWithin = Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;
      return isWithin ? null : outOfRange(label, min, max);
    },
  };
}

function outOfRange(label: string, min: number, max: number): Message {
  // years are written 2026, not 2.026: as texts they are left as they are
  const areYears = min >= 1900 && max <= 2200;
  return {
    key: 'errors.whole',
    params: areYears ? { label, min: `${min}`, max: `${max}` } : { label, min, max },
  };
}

/** A day, as browsers send it (2021-02-03) or as Vietnamese write it (3/2/2021); null where the field is empty. */
export function dayKind({ label, required }: DayOptions): FieldKind {
  return {
    clean: (raw) => {
      if (typeof raw !== 'string') return raw ?? null;
      const typed = cleanLine(raw);
      const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
      const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      if (isCivilDay(written)) return written;
      return typed === '' ? null : typed;
    },
    check: (value) => {
      if (value === null) return required ? { key: 'errors.required', params: { label } } : null;
      if (Array.isArray(value)) return { ...NOT_ONE, params: { label } };
      return typeof value === 'string' && isCivilDay(value) ? null : { key: 'errors.day', params: { label } };
    },
  };
}
