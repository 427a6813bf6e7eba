import 'reflect-metadata';
import { Expose, Transform } from 'class-transformer';
import { registerDecorator, type ValidationArguments } from 'class-validator';
import type { Message } from '../kernel/errors.js';

/** One kind of field: how what was typed becomes a value, and what is wrong with it. */
export interface FieldKind {
  /** @returns the cleaned value; what it cannot read stays as it was typed, for `check` to refuse and the page to show. */
  clean(raw: unknown): unknown;
  /** @returns what is wrong, or null. */
  check(value: unknown): Message | null;
  /** Whether the field may be sent several times, as checkboxes are. */
  readonly many?: boolean;
}

/** A parameter sent twice, or a value of another shape than a form can send. */
export const NOT_ONE: Message = { key: 'errors.notOne' };

/** The constraint's name under which class-validator reports our messages. */
const CONSTRAINT = 'field';

const MANY = Symbol('many');

/** @returns whether the form's field holds a list. */
export function isMany(form: object, name: string): boolean {
  return Reflect.getMetadata(MANY, form, name) === true;
}

/** Makes a property a field of a form: class-transformer cleans it, class-validator checks it. */
export function field(kind: FieldKind): PropertyDecorator {
  return (target, name) => {
    Reflect.defineMetadata(MANY, kind.many === true, target, name);
    Expose()(target, name);
    Transform(({ value }: { value: unknown }) => kind.clean(value))(target, name);
    constrain(target, name, CONSTRAINT, (args) => kind.check(args.value));
  };
}

/**
 * A rule between fields, reported beside this one when the field itself has no fault.
 * @param rule gets the cleaned form, `(form: PeriodForm) => …`; other fields may still hold what was mistyped
 */
export function Rule(rule: (form: never) => Message | null): PropertyDecorator {
  return (target, name) => {
    constrain(target, name, 'rule', (args) => rule(args.object as never));
  };
}

function constrain(
  target: object,
  name: string | symbol,
  constraint: string,
  faultOf: (args: ValidationArguments) => Message | null,
): void {
  registerDecorator({
    name: constraint,
    target: target.constructor,
    propertyName: String(name),
    validator: {
      validate: (_, args) => args === undefined || faultOf(args) === null,
      // class-validator carries texts; ours is the message with its values, decoded by messageOf.
      defaultMessage: (args) => JSON.stringify(args && faultOf(args)),
    },
  });
}

/** @param constraints what class-validator reports for one property @returns the message to show beside it */
export function messageOf(constraints: Readonly<Record<string, string>> | undefined): Message {
  const text = constraints?.[CONSTRAINT] ?? constraints?.['rule'];
  return text === undefined ? { key: 'errors.invalid' } : (JSON.parse(text) as Message);
}
