import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { Message } from '../kernel/errors.js';
import { isMany, messageOf } from './form-field.js';

/** Messages by the name of the field they stand beside. */
export type FieldErrors = Readonly<Record<string, Message>>;

export interface ReadForm<T> {
  /** What was typed, cleaned: of the declared types where there is no error, else as typed, to be shown again. */
  readonly value: T;
  readonly errors: FieldErrors;
  readonly ok: boolean;
}

/**
 * Reads a body or a query by the fields that the form declares; nothing else of it gets in.
 * @param body what a body parser left: any shape, or nothing
 */
export function readForm<T extends object>(Form: new () => T, body: unknown): ReadForm<T> {
  const isRecord = typeof body === 'object' && body !== null && !Array.isArray(body);
  const typed = Object.fromEntries(
    Object.entries(isRecord ? body : {}).map(([name, raw]) => [name, flat(raw)]),
  );
  const value = plainToInstance(Form, typed, { excludeExtraneousValues: true, exposeDefaultValues: false });
  const errors = fieldErrors(
    validateSync(value, { forbidUnknownValues: false, validationError: { target: false } }),
  );
  for (const name of Object.keys(errors)) showAgain(value, name);
  return { value, errors, ok: Object.keys(errors).length === 0 };
}

/** Also the API's ValidationPipe makes its field list with it. */
export function fieldErrors(errors: readonly ValidationError[]): FieldErrors {
  return Object.fromEntries(errors.map(({ property, constraints }) => [property, messageOf(constraints)]));
}

/** Forms send texts and lists of texts; anything deeper is only known to be wrong (and could be nested without end). */
function flat(value: unknown): unknown {
  const isPlain = (one: unknown): boolean => one === null || typeof one !== 'object';
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain)) ? value : {};
}

/** A field at fault goes back to the page: a repeated one with its first text, anything that is no text empty. */
function showAgain(form: object, name: string): void {
  const typed: unknown = Reflect.get(form, name);
  if (typeof typed === 'string' || typeof typed === 'number') return;
  const texts = Array.isArray(typed) ? typed.filter((one) => typeof one === 'string') : [];
  Reflect.set(form, name, isMany(form, name) ? texts : (texts[0] ?? ''));
}
