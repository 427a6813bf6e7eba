import type { Message } from '../kernel/errors.js';
import type { FieldErrors } from './read-form.js';

/** What the form components print. */
export interface FormView {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
  /** The error summary's links, in the order in which the form declares its fields; the same words only once. */
  readonly summary: readonly { readonly name: string; readonly message: Message }[];
  readonly failed: boolean;
}

/** @param value what `readForm` gave, or the values a fresh form starts with */
export function formView(value: object, errors: FieldErrors = {}): FormView {
  const order = Object.keys(value);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const faults = Object.entries(errors)
    .map(([name, message]) => ({ name, message, words: JSON.stringify(message) }))
    .sort((a, b) => place(a.name) - place(b.name));
  const summary = faults
    .filter(({ words }, at) => faults.findIndex((fault) => fault.words === words) === at)
    .map(({ name, message }) => ({ name, message }));
  return { values: { ...value }, errors, summary, failed: summary.length > 0 };
}
