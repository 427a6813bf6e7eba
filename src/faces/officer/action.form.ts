import {
  CRITERION_VERDICTS,
  outcomesOf,
  REDIRECTIONS,
  REFUSAL_REASONS,
  SUBJECTS,
} from '../../feedback/classification.js';
import { MAX } from '../../intake/submission-limits.js';
import { TURNED_DOWN, UNPUBLISH_KINDS } from '../../publication/unpublish-kind.js';
import { Choice, DayField, Hidden, Line, Text, Tick, Whole } from '../../platform/web/form-fields.js';

/** Longest texts, in characters as people count them; marks are longer than what they stand for. */
export const LONGEST = {
  words: 2_000,
  opinion: 5_000,
  body: 10_000,
  title: 300,
  shown: 12_000,
  cleared: 500,
} as const;

const verdict = (name: string): PropertyDecorator =>
  Choice({ label: `feedback.criterion.${name}`, values: CRITERION_VERDICTS });

/**
 * Everything a step may ask for. A row of the lifecycle says which members it needs (`action-fields.ts`); here only
 * shape and length are checked, since what is missing is said by the heart's own rules.
 */
export class ActionForm {
  @Choice({ label: 'officer.field.refusalReason', values: REFUSAL_REASONS })
  refusalReason: string;

  @Choice({ label: 'officer.field.redirection', values: REDIRECTIONS })
  redirection: string;

  /** An agency's code. */
  @Line({ label: 'officer.field.agency', max: 40 })
  agency: string;

  @Line({ label: 'officer.field.agency', max: 200 })
  agencyQuestion: string;

  @Line({ label: 'officer.field.masterCode', max: 40 })
  masterCode: string;

  @Choice({ label: 'officer.field.subject', values: SUBJECTS })
  subject: string;

  @Line({ label: 'officer.field.procedureCode', max: 40 })
  procedureCode: string;

  @Line({ label: 'officer.field.procedureCode', max: MAX.question })
  procedureQuestion: string;

  @Whole({ label: 'officer.field.fieldId', min: 1, max: 2_000_000_000 })
  fieldId: number | null;

  /** What is split off as an item of its own. */
  @Line({ label: 'officer.field.partTitle', max: MAX.title })
  partTitle: string;

  @Text({ label: 'officer.field.partContent', max: MAX.content })
  partContent: string;

  @Choice({ label: 'officer.field.partSubject', values: SUBJECTS })
  partSubject: string;

  @Choice({ label: 'officer.field.outcome', values: outcomesOf('BOTH') })
  outcome: string;

  @Text({ label: 'officer.field.body', max: LONGEST.body })
  body: string;

  @verdict('NECESSITY') NECESSITY: string;
  @verdict('REASONABLE_LEGAL') REASONABLE_LEGAL: string;
  @verdict('SIMPLE_CLEAR') SIMPLE_CLEAR: string;
  @verdict('FEASIBLE') FEASIBLE: string;
  @verdict('CONSISTENT') CONSISTENT: string;
  @verdict('TREATIES') TREATIES: string;

  @Line({ label: 'officer.field.number', max: 64 })
  number: string;

  @DayField({ label: 'officer.field.day' })
  day: string | null;

  @Line({ label: 'officer.field.signatory', max: 120 })
  signatory: string;

  /** An opinion for the lead agency. */
  @Text({ label: 'deskItem.field.content', max: LONGEST.opinion })
  content: string;

  /** By when a co-ordinating agency should say. */
  @DayField({ label: 'deskItem.field.innerDay' })
  innerDay: string | null;

  @Text({ label: 'officer.field.question', max: LONGEST.words })
  question: string;

  @Text({ label: 'officer.field.reason', max: LONGEST.words })
  reason: string;

  @Line({ label: 'publishing.text.title', max: LONGEST.title })
  shownTitle: string;

  @Text({ label: 'publishing.text.content', max: LONGEST.shown })
  shownContent: string;

  @Text({ label: 'publishing.text.reply', max: LONGEST.shown })
  shownReply: string;

  /** The places that the page lists are no personal data, says the proposer, and why. */
  @Tick({ label: 'publishing.cleared.tick' })
  cleared: boolean;

  @Text({ label: 'publishing.cleared.reason', max: LONGEST.cleared })
  clearedReason: string;

  /** Which places the page listed: others were never confirmed. */
  @Hidden({ max: 40 })
  clearedSeen: string;

  @Choice({ label: 'publishing.kind.label', values: [...UNPUBLISH_KINDS, ...TURNED_DOWN] })
  unpublishKind: string;

  /** The template of replies to be put in. */
  @Whole({ label: 'deskItem.template.label', min: 1, max: 2_000_000_000 })
  template: number | null;

  /** The button that puts it in. */
  @Hidden({ max: 8 })
  insert: string;

  /** `save`: keep what was typed as a draft; `drop`: forget the draft. */
  @Hidden({ max: 8 })
  keep: string;

  /** The version of the item that this person saw. */
  @Hidden({ max: 10 })
  expectedVersion: string;

  /** The name of the field whose “find” button was pressed. */
  @Hidden({ max: 40 })
  find: string;
}
