import type { Procedure } from '../../directory/procedure.entity.js';
import { askedWords } from '../../platform/database/word-index.js';
import type { Message } from '../../platform/kernel/errors.js';
import { formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { ProcedureVoices } from '../../publication/procedure-voices.query.js';
import type { PublishedAnswer } from '../../publication/published-answer.js';
import { partsOf } from './found-words.js';
import type { ProcedureForm } from './procedure.form.js';
import type { ListedProcedure, ProcedurePage } from './procedure-list.query.js';
import { publishedRow } from './published.view.js';

/** What the page of procedures shows: hits or a field's list, else the fields to look into. */
export interface ProcedureFindings {
  readonly found: ProcedurePage | null;
  readonly field: string | null;
  readonly fields: readonly { readonly id: number; readonly name: string }[];
}

export function procedureList(
  form: ProcedureForm,
  errors: FieldErrors,
  { found, field, fields }: ProcedureFindings,
): PageModel {
  const wanted = new Set(askedWords(form.q).folded);
  return {
    title: 'published.procedures.title',
    form: formView({ q: form.q }, errors),
    rows: found && found.rows.map((row) => rowOf(row, wanted)),
    field,
    fields: fields.map(({ id, name }) => ({ name, href: paths.publicProcedures.to({ field: id }) })),
    next: found?.hasMore ? nextOf(form, found.rows.at(-1)) : null,
    previous: form.q !== '' && (form.page ?? 1) > 1 ? pageOf(form, (form.page ?? 1) - 1) : null,
  };
}

function rowOf({ code, name, field }: ListedProcedure, wanted: ReadonlySet<string>): object {
  return { href: paths.publicProcedure.to({ code }), code, field, name: partsOf(name, wanted) };
}

function nextOf(form: ProcedureForm, last: ListedProcedure | undefined): string {
  if (form.q !== '') return pageOf(form, (form.page ?? 1) + 1);
  return paths.publicProcedures.to({ field: form.field, after: last?.code });
}

function pageOf({ q }: ProcedureForm, page: number): string {
  return paths.publicProcedures.to({ q, page: page === 1 ? null : page });
}

/** @param say says a message in the reader's language. */
export function procedurePage(
  procedure: Procedure,
  field: string,
  { voices, answers }: { readonly voices: ProcedureVoices; readonly answers: readonly PublishedAnswer[] },
  say: (message: Message) => string,
): PageModel {
  const { code, name, status } = procedure;
  return {
    title: 'published.itemTitle',
    titleParams: { title: name },
    heading: name,
    repealed: status === 'REPEALED',
    facts: factsOf(procedure, field, say).filter(({ value }) => value !== ''),
    way: [
      { text: say({ key: 'published.procedures.title' }), href: paths.publicProcedures.to() },
      { text: code },
    ],
    submit: paths.submit.to({ procedureCode: code }),
    total: voices.total,
    voices: [
      ...voices.subjects.map(({ subject, count }) => ({ label: `feedback.subject.${subject}`, count })),
      ...voices.kinds.map(({ kind, count }) => ({ label: `feedback.kind.${kind}`, count })),
    ].filter(({ count }) => count > 0),
    answers: answers.map((answer) => publishedRow(answer)),
    all: voices.total > answers.length ? paths.published.to({ procedure: code }) : null,
  };
}

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Where the portal leaves the deciding agency empty, it is the one that handles it. */
function factsOf(procedure: Procedure, field: string, say: (message: Message) => string): Fact[] {
  const { code, decidingAgency, handlingAgency, coAgencies, levels, subjects } = procedure;
  const fact = (name: string, value: string): Fact => ({ label: `published.procedures.fact.${name}`, value });
  return [
    fact('code', code),
    fact('field', field),
    fact('deciding', decidingAgency || handlingAgency),
    fact('handling', handlingAgency),
    fact('together', coAgencies),
    fact('levels', levels.map((level) => say({ key: `published.procedures.level.${level}` })).join(', ')),
    fact('subjects', subjects.join('; ')),
    fact('decision', procedure.decisionNumber),
    fact('legalBasis', procedure.legalBasis),
  ];
}
