import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import { CHANNELS, SUBJECTS, URGENCIES } from '../../feedback/classification.js';
import type { TermRule } from '../../feedback/term-rule.entity.js';
import { TERMS } from '../../feedback/terms.js';
import { addDays, type CivilDay, formatDay } from '../../platform/kernel/civil-day.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { promiseView, type PromiseView } from '../../calendar/promise.view.js';
import type { DeadlineRecord } from '../../calendar/promise.js';
import type { TermEndForm, TermForm, TermScopeForm } from './term.form.js';

/** A term with what this administrator may do with it. */
export interface ListedTerm {
  readonly rule: TermRule;
  readonly mine: boolean;
}

const options = (values: readonly string[], group: string): { value: string; label: string }[] =>
  values.map((value) => ({ value, label: `feedback.${group}.${value}` }));

const CHOICES = {
  subjects: options(SUBJECTS, 'subject'),
  urgencies: options(URGENCIES, 'urgency'),
  channels: options(CHANNELS, 'channel'),
};

/** @param tried the promise that a report of the kind asked about would get today; null while nothing was asked. */
export function termListPage(
  terms: readonly ListedTerm[],
  today: CivilDay,
  form: TermScopeForm,
  agency: AgencyFinding,
  tried: DeadlineRecord | null,
): Page {
  return page('administrator/term-list', {
    title: 'terms.title',
    form: formView(form),
    ...CHOICES,
    agency,
    source: paths.staffAgencies.to(),
    rows: terms.map((term) => rowOf(term, today)),
    tried: tried && tryView(tried),
    general: [
      ...SUBJECTS.map((subject) => ({ label: `feedback.subject.${subject}`, term: TERMS.handling[subject] })),
      ...(['URGENT', 'ON_SITE'] as const).map((urgency) => ({
        label: `feedback.urgency.${urgency}`,
        term: TERMS.urgency[urgency],
      })),
    ],
  });
}

function tryView(record: DeadlineRecord): PromiseView {
  return promiseView(record, null);
}

function rowOf({ rule, mine }: ListedTerm, today: CivilDay): Readonly<Record<string, unknown>> {
  const state = stateOf(rule, today);
  return {
    ...scopeOf(rule),
    term: rule.term,
    note: rule.note,
    period: periodOf(rule),
    state: `terms.state.${state}`,
    tone: { upcoming: 'info', inForce: 'success', ended: 'neutral' }[state],
    end: mine && state !== 'ended' ? paths.termEnd.to({ id: rule.id }) : null,
    remove: mine && state === 'upcoming' ? paths.termRemove.to({ id: rule.id }) : null,
  };
}

function scopeOf({ subject, urgency, channel, agency }: TermRule): Readonly<Record<string, string | null>> {
  return {
    subject: subject && `feedback.subject.${subject}`,
    urgency: urgency && `feedback.urgency.${urgency}`,
    channel: channel && `feedback.channel.${channel}`,
    agency: agency && agency.name,
  };
}

/** A term's days, both included. */
function periodOf({ validFrom, validTo }: TermRule): { from: string; to: string | null } {
  return { from: formatDay(validFrom), to: validTo === null ? null : formatDay(addDays(validTo, -1)) };
}

function stateOf({ validFrom, validTo }: TermRule, today: CivilDay): 'upcoming' | 'inForce' | 'ended' {
  if (validTo !== null && validTo <= today) return 'ended';
  return validFrom > today ? 'upcoming' : 'inForce';
}

export function newTermPage(
  form: TermForm,
  errors: FieldErrors,
  agency: AgencyFinding,
  forAll: boolean,
  status: number,
): Page {
  const model = { title: 'terms.newTitle', form: formView(form, errors), ...CHOICES, agency, forAll };
  return page('administrator/term-new', { ...model, source: paths.staffAgencies.to() }, status);
}

export function endTermPage(rule: TermRule, form: TermEndForm, errors: FieldErrors, status: number): Page {
  const model = { title: 'terms.endTitle', form: formView(form, errors), id: rule.id, term: rule.term };
  return page('administrator/term-end', { ...model, ...scopeOf(rule), period: periodOf(rule) }, status);
}
