import {
  ACT_OUTCOMES,
  CHANNELS,
  KINDS,
  REGULATION_OUTCOMES,
  SUBJECTS,
  SUBMITTER_TYPES,
} from '../../feedback/classification.js';
import { RATINGS, STATES } from '../../feedback/state.js';
import { SCAN_STATES } from '../../feedback/stored-file.js';
import { MAX } from '../../intake/submission-limits.js';
import { MAX_ADDED, MAX_WORDS } from '../../tracking/step.form.js';
import type { Schema } from './operation.js';
import {
  day,
  flag,
  instant,
  line,
  listOf,
  NAMED,
  oneOf,
  orNull,
  record,
  ref,
  text,
  whole,
} from './schema.js';

export const OUTCOME = oneOf([...REGULATION_OUTCOMES, ...ACT_OUTCOMES]);
const STATE = oneOf(STATES);
const VERSION: Schema = { type: 'integer', minimum: 1 };
const OPTIONAL = ['procedureCode', 'fieldCode', 'agencyCode', 'place', 'concernedName', 'aboutHead'];

const SUBMITTER = record(
  {
    type: oneOf(SUBMITTER_TYPES),
    name: line(MAX.name),
    address: line(MAX.address),
    phone: text,
    email: orNull(text),
  },
  ['email'],
);

const NEW_FEEDBACK = record(
  {
    kind: oneOf(KINDS),
    subject: oneOf(SUBJECTS),
    title: line(MAX.title),
    content: line(MAX.content),
    procedureCode: orNull(line(40)),
    fieldCode: orNull(line(200)),
    agencyCode: orNull(line(40)),
    place: orNull(line(MAX.address)),
    concernedName: orNull(line(MAX.name)),
    aboutHead: orNull(flag),
    submitter: SUBMITTER,
    externalNumber: orNull(line(64)),
  },
  [...OPTIONAL, 'externalNumber'],
);

const RECEIPT = record({
  ...{ code: text, pin: { type: 'string', pattern: '^\\d{6}$' }, state: STATE, stateLabel: text, due: day },
  ...{ agency: NAMED, submittedAt: instant, externalNumber: orNull(text), href: text, page: text },
});

const FILE = record({
  ...{ id: whole, name: text, mediaType: text, size: whole, scan: oneOf(SCAN_STATES), href: orNull(text) },
});

const REPLY = record({
  ...{
    isStanding: flag,
    answeredAt: instant,
    agency: text,
    outcome: OUTCOME,
    outcomeLabel: text,
    body: text,
  },
  ...{ number: orNull(text), day: orNull(day), signatory: orNull(text), files: listOf(ref('File')) },
});

const ENTRY = record({
  ...{ seq: whole, at: instant, action: text, label: text, by: text, agency: orNull(text) },
  ...{ position: orNull(text), words: orNull(text), transferredTo: orNull(text), day: orNull(day) },
});

const FEEDBACK = record({
  ...{ code: text, version: VERSION, state: STATE, stateLabel: text, meaning: text, next: text },
  ...{ mergedState: orNull(STATE), due: orNull(day), late: flag, apologyDay: orNull(day) },
  agency: record({ code: text, name: text, contacts: listOf(record({ label: text, value: text })) }),
  ...{ kind: oneOf(KINDS), subject: oneOf(SUBJECTS), title: text, content: text },
  ...{ procedure: orNull(NAMED), field: orNull(NAMED), channel: oneOf(CHANNELS) },
  ...{ receivedDay: day, submittedAt: orNull(instant), registerNumber: orNull(text) },
  ...{ externalNumber: orNull(text), question: orNull(text), supplementBy: orNull(day) },
  verdict: orNull(record({ reason: orNull(text), words: orNull(text) })),
  rating: orNull(oneOf(RATINGS)),
  steps: listOf(oneOf(['supplement', 'withdraw', 'rating', 'reopening'])),
  ...{ replies: listOf(ref('Reply')), files: listOf(ref('File')), timeline: listOf(ref('Entry')) },
  ...{ parts: listOf(record({ code: text, title: text, state: STATE })), whole: orNull(text) },
});

/** What submitting and following speak of. */
export const ITEM_SCHEMAS: Readonly<Record<string, Schema>> = {
  NewFeedback: NEW_FEEDBACK,
  Receipt: RECEIPT,
  Feedback: FEEDBACK,
  File: FILE,
  Reply: REPLY,
  Entry: ENTRY,
  Addition: record({ content: line(MAX_ADDED), version: VERSION }, ['version']),
  Withdrawal: record({ confirm: { const: true }, version: VERSION }, ['version']),
  Rating: record({ rating: oneOf(RATINGS), words: line(MAX_WORDS), version: VERSION }, ['words', 'version']),
  StepTaken: record({ code: text, message: text, href: text }),
};
