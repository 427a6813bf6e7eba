import type { Agency } from '../../directory/agency.entity.js';
import { outcomesOf } from '../../feedback/classification.js';
import { fillTemplate, PLACEHOLDER_NAMES, type ReplyFacts } from '../../handling/reply-placeholders.js';
import type { ReplyTemplate } from '../../handling/reply-template.entity.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { ReplyTemplateForm } from './reply-template.form.js';
import type { Say } from './say.js';

interface Option {
  readonly value: string;
  readonly text: string;
}

export interface TemplatesPage extends PageModel {
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly agency: string;
    readonly outcome: string;
    readonly changedAt: number;
    readonly isRetired: boolean;
  }[];
}

export interface TemplatePage extends PageModel {
  readonly form: FormView;
  readonly address: string;
  /** Empty for a known template, which stays where it is. */
  readonly agencyOptions: readonly Option[];
  readonly outcomeOptions: readonly Option[];
  readonly placeholders: readonly string[];
  /** The template with an example's facts; null where nobody asked for it. */
  readonly preview: string | null;
  readonly isRetired: boolean;
  readonly isNew: boolean;
  readonly way: readonly { readonly text: string; readonly href?: string }[];
}

export function templatesPage(
  found: readonly { readonly template: ReplyTemplate; readonly agency: Readonly<Agency> }[],
  say: Say,
): TemplatesPage {
  const rows = found.map(({ template: { id, name, outcome, changedAt, retiredAt }, agency }) => ({
    name,
    href: paths.replyTemplate.to({ id }),
    agency: agency.shortName,
    outcome: say({ key: outcome === null ? 'templates.anyOutcome' : `feedback.outcome.${outcome}` }),
    changedAt,
    isRetired: retiredAt !== null,
  }));
  return { title: 'templates.title', rows };
}

/** What a page of one template shows. */
export interface TemplateSituation {
  /** Null for a new one. */
  readonly template: ReplyTemplate | null;
  readonly form: Pick<ReplyTemplateForm, 'agencyId' | 'name' | 'outcome' | 'body'>;
  readonly errors: FieldErrors;
  readonly agencies: readonly Readonly<Agency>[];
  readonly isLooking: boolean;
  readonly today: CivilDay;
}

export function templatePage(situation: TemplateSituation, say: Say): TemplatePage {
  const { template, form, agencies, today } = situation;
  const title = template ? 'templates.edit' : 'templates.add';
  const [agency] = agencies;
  return {
    title,
    form: formView({ ...form, agencyId: String(form.agencyId ?? '') }, situation.errors),
    address: template ? paths.replyTemplate.to({ id: template.id }) : paths.replyTemplateNew.to(),
    agencyOptions: template ? [] : agencies.map(({ id, name }) => ({ value: String(id), text: name })),
    outcomeOptions: outcomesOf('BOTH').map((value) => ({
      value,
      text: say({ key: `feedback.outcome.${value}` }),
    })),
    placeholders: PLACEHOLDER_NAMES.map((name) => `{${name}}`),
    preview: situation.isLooking ? fillTemplate(form.body, exampleOf(agency?.name ?? '', today, say)) : null,
    isRetired: template !== null && template.retiredAt !== null,
    isNew: template === null,
    way: [
      { text: say({ key: 'templates.title' }), href: paths.replyTemplates.to() },
      { text: template?.name ?? say({ key: 'templates.add' }) },
    ],
  };
}

/** An item that nobody has sent. */
function exampleOf(agency: string, today: CivilDay, say: Say): ReplyFacts {
  const example = (name: string): string => say({ key: `templates.example.${name}` });
  return {
    submitter: { type: 'INDIVIDUAL', name: example('name') },
    title: example('title'),
    code: 'PAKN-26-7K3M9QTW-4',
    registerNumber: '00012/2026/TN',
    received: today,
    due: today,
    procedure: example('procedure'),
    agency,
    today,
  };
}
