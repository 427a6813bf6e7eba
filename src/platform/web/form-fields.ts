import { field } from './form-field.js';
import {
  emailKind,
  hiddenKind,
  lineKind,
  type LineOptions,
  phoneKind,
  secretKind,
  textKind,
  type TextOptions,
} from './text-kinds.js';
import {
  choiceKind,
  type ChoiceOptions,
  choicesKind,
  dayKind,
  type DayOptions,
  tickKind,
  wholeKind,
  type WholeOptions,
} from './value-kinds.js';

/*
 * The kinds of fields that forms are declared with. `label` is a message key. Optional fields are the default.
 * A parameter sent twice is refused beside its field, except for Choices.
 */

/** `string`: one line, blanks collapsed; '' where empty. */
export const Line = (options: LineOptions): PropertyDecorator => field(lineKind(options));

/** `string`: many lines, counted as people count. */
export const Text = (options: TextOptions): PropertyDecorator => field(textKind(options));

/** `string`: one of the values, or ''. */
export const Choice = (options: ChoiceOptions): PropertyDecorator => field(choiceKind(options));

/** `string[]`: checkboxes. */
export const Choices = (options: ChoiceOptions): PropertyDecorator => field(choicesKind(options));

/** `boolean`: one checkbox. */
export const Tick = (options: DayOptions): PropertyDecorator => field(tickKind(options));

/** `number | null`: a whole number between min and max. */
export const Whole = (options: WholeOptions): PropertyDecorator => field(wholeKind(options));

/** `CivilDay | null`: accepts 2021-02-03 and 3/2/2021. */
export const DayField = (options: DayOptions): PropertyDecorator => field(dayKind(options));

/** `string`: an address for mail, or ''. */
export const Email = (options: { label: string; required?: boolean }): PropertyDecorator =>
  field(emailKind(options));

/** `string`: a telephone number without blanks and points, or ''. */
export const Phone = (options: { label: string; required?: boolean }): PropertyDecorator =>
  field(phoneKind(options));

/** `string`: a token or key that the page carries. */
export const Hidden = (options: { max: number; required?: boolean }): PropertyDecorator =>
  field(hiddenKind(options));

/** `string`: a password or PIN, exactly as typed. Never hand it back to a page. */
export const Secret = (options: TextOptions): PropertyDecorator => field(secretKind(options));
