import { type PipeTransform, Query } from '@nestjs/common';
import { DomainError, type Message } from '../../platform/kernel/errors.js';
import { readForm } from '../../platform/web/read-form.js';

/** Asked of every address: which language the words have. */
const EVERYWHERE: readonly string[] = ['lang'];
/** So many faults are told at most; names are cut, because they are the sender's. */
const MOST_FAULTS = 20;
const LONGEST_NAME = 60;

/** Reads an address by a form's fields; nothing else is let in, and a misspelt filter is told instead of ignored. */
export class FormPipe<T extends object> implements PipeTransform {
  constructor(private readonly Form: new () => T) {}

  /** @throws DomainError invalid with every field at fault. */
  transform(sent: unknown): T {
    const { value, errors } = readForm(this.Form, sent);
    const known = [...Object.keys(value), ...EVERYWHERE];
    const names = Object.keys(sent as object).filter((name) => !known.includes(name));
    const faults = { ...unknownNames(names), ...errors };
    if (Object.keys(faults).length > 0) throw new DomainError('invalid', 'errors.invalid', {}, faults);
    return value;
  }
}

/** The query of a GET route, by the fields of a form. */
export const QueryOf = (Form: new () => object): ParameterDecorator => Query(new FormPipe(Form));

/** @returns a fault beside each name; own properties, whatever the name is. */
export function unknownNames(names: readonly string[]): Readonly<Record<string, Message>> {
  const told = names.slice(0, MOST_FAULTS).map((name) => name.toWellFormed().slice(0, LONGEST_NAME));
  return Object.fromEntries(told.map((name) => [name, { key: 'api.fault.unknown' }]));
}
