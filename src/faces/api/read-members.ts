import { BadRequestException } from '@nestjs/common';
import { DomainError, type Message } from '../../platform/kernel/errors.js';
import { readForm } from '../../platform/web/read-form.js';
import { unknownNames } from './form.pipe.js';

/** What a member of a body holds, and under which name the shared form knows it. */
export interface Member {
  readonly as: string;
  /** `choice`: one of a few words, in small letters here and in capitals inside. */
  readonly kind: 'text' | 'choice' | 'flag' | 'whole';
}

/** The members of a body by their dotted names: `submitter.phone`. */
export type Members = Readonly<Record<string, Member>>;

interface Read {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, Message>>;
}

type Leaf = readonly [name: string, value: unknown];

/**
 * Reads a body by the rules of the form that pages use, so that no rule is written twice. Every text stays what it is:
 * numbers are not read from texts, nor texts from numbers. A form's fields are all texts.
 * @param given fields that the form needs and a program never sends
 * @returns the form without faults
 * @throws BadRequestException for what is no object; DomainError invalid with all faults, by the members' dotted names
 */
export function readMembers<T extends object>(
  Form: new () => T,
  members: Members,
  body: unknown,
  { isForm = false, given = {} }: { isForm?: boolean; given?: Readonly<Record<string, unknown>> } = {},
): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BadRequestException();
  const { values, faults } = typed(members, leavesOf(body, members), isForm);
  const { value, errors } = readForm(Form, { ...given, ...values });
  const names = new Map(Object.entries(members).map(([name, { as }]) => [as, name]));
  const told = Object.entries(errors).map(([as, message]) => [names.get(as) ?? as, message] as const);
  // A member of a wrong kind has no value, and would be called missing as well.
  const all = Object.fromEntries([...told, ...Object.entries(faults)]);
  if (Object.keys(all).length > 0) throw new DomainError('invalid', 'errors.invalid', {}, all);
  return value;
}

/** The members with what they hold, one level deep where the body has such a level: `submitter` → `submitter.name`. */
function leavesOf(body: object, members: Members): Leaf[] {
  const groups = new Set(Object.keys(members).flatMap((name) => name.split('.').slice(0, -1)));
  return Object.entries(body).flatMap(([name, value]: [string, unknown]): Leaf[] => {
    if (!groups.has(name) || typeof value !== 'object' || value === null || Array.isArray(value))
      return [[name, value]];
    return Object.entries(value).map(([inner, one]: [string, unknown]) => [`${name}.${inner}`, one]);
  });
}

function typed(members: Members, leaves: readonly Leaf[], isForm: boolean): Read {
  const values = new Map<string, unknown>();
  const faults = new Map<string, Message>();
  const unknown: string[] = [];
  for (const [name, value] of leaves) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!member) unknown.push(name);
    else if (value === null || value === undefined || value === '') continue;
    else if (isOfKind(member.kind, value, isForm)) values.set(member.as, inward(member.kind, value));
    else
      faults.set(name, {
        key: `api.fault.${isForm && typeof value === 'string' ? member.kind : wanted(member)}`,
      });
  }
  return {
    values: Object.fromEntries(values),
    faults: { ...unknownNames(unknown), ...Object.fromEntries(faults) },
  };
}

const wanted = ({ kind }: Member): string => (kind === 'choice' ? 'text' : kind);

function isOfKind(kind: Member['kind'], value: unknown, isForm: boolean): boolean {
  if (kind === 'flag') return isForm ? value === 'true' || value === 'false' : typeof value === 'boolean';
  if (kind === 'whole' && !isForm) return Number.isSafeInteger(value);
  return typeof value === 'string';
}

function inward(kind: Member['kind'], value: unknown): unknown {
  if (kind === 'flag') return value === true || value === 'true';
  if (kind !== 'choice' || typeof value !== 'string') return value;
  // Capitals are no word of ours: made small they are none of the form's either, and are refused as such.
  return value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase();
}
