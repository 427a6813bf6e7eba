import {
  CRITERIA,
  CRITERION_VERDICTS,
  outcomesOf,
  REDIRECTIONS,
  REFUSAL_REASONS,
  SUBJECTS,
} from '../../feedback/classification.js';
import type { Attachment } from '../../feedback/attachment.entity.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Action, Transition } from '../../feedback/transition.js';
import type { Reply } from '../../feedback/reply.entity.js';
import { OPEN } from '../../feedback/state.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import { type UploadView, uploadView } from '../../intake/upload.view.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { actionLabel } from './action-buttons.view.js';
import { type ConfirmView, confirmOf } from './action-confirm.view.js';
import type { ActionAround } from './action-around.service.js';
import { type DraftView, draftView } from './action-draft.view.js';
import { fieldsOf, takesFiles, TYPED_TEXTS } from './action-fields.js';
import type { ActionForm } from './action.form.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { ProcedureFinding } from '../../directory/procedure-choice.service.js';
import { type Fact } from './contact.view.js';
import { type TimelineEntry, timelineEntry } from './history.view.js';
import { type PresenceView, presenceView } from './item-presence.view.js';
import { itemFacts } from './item.view.js';
import type { ListBehind } from './item-way.js';
import type { HistoryRow } from './item-history.query.js';
import { reasonHint } from './action-reason.view.js';
import { type ReplyView, replyView } from './reply.view.js';
import { type PublicationView, unpublishOptions } from './publication.view.js';
import type { Say } from './say.js';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One step of one item, as it is to be drawn. */
export interface ActionSituation {
  readonly item: Feedback;
  readonly action: Action;
  /** Null where the step is not this person's, or not in this state (any more). */
  readonly row: Transition | null;
  /** Why the step cannot be taken now; null where it can. */
  readonly closed: Message | null;
  readonly form: Partial<ActionForm>;
  readonly errors: FieldErrors;
  /** What others did since this person saw the item. */
  readonly since: readonly HistoryRow[];
  readonly agency: AgencyFinding | null;
  readonly reply: Reply | null;
  readonly files: readonly Attachment[];
  /** The three texts that are redacted or published; null for other steps. */
  readonly texts: PublicationView | null;
  readonly procedure: ProcedureFinding | null;
  readonly fields: readonly { readonly id: number; readonly name: string }[];
  readonly behind: ListBehind;
  readonly around: ActionAround;
  /** What somebody asked for, on which this step decides. */
  readonly asked: AskedView | null;
  readonly draft?: { readonly savedAt: number } | null;
  readonly keptAt?: number | null;
  readonly upload?: UploadView;
}

/** Words to be read before the step. */
export interface AskedView {
  readonly instant: number;
  readonly words: string;
  readonly who: string;
}

export interface ActionPage extends PageModel {
  readonly code: string;
  readonly heading: string;
  readonly itemTitle: string;
  readonly itemContent: string;
  readonly itemFacts: readonly Fact[];
  readonly state: string;
  /** The promised date; null once nothing is due any more. */
  readonly due: CivilDay | null;
  readonly version: number;
  readonly address: string;
  readonly back: string;
  readonly way: readonly { readonly text: string; readonly href?: string }[];
  /** Which parts of the form are drawn. */
  readonly asks: Readonly<Record<string, boolean>>;
  readonly form: FormView;
  readonly closed: Message | null;
  readonly since: readonly TimelineEntry[];
  readonly typed: readonly { readonly label: string; readonly text: string }[];
  readonly choices: Readonly<Record<string, readonly Option[]>>;
  readonly fieldOptions: readonly { readonly value: string; readonly text: string }[];
  readonly criteria: readonly { readonly name: string; readonly legend: string }[];
  readonly agency: AgencyFinding | null;
  readonly procedure: ProcedureFinding | null;
  readonly reply: ReplyView | null;
  readonly texts: PublicationView | null;
  readonly danger: boolean;
  /** What to be sure of before the step; null where the form says it all. */
  readonly confirm: ConfirmView | null;
  readonly asked: AskedView | null;
  readonly presence: PresenceView;
  readonly templateOptions: readonly { readonly value: string; readonly text: string }[];
  /** Null for a step without files. */
  readonly upload: UploadView | null;
  /** Null for a form without words. */
  readonly draft: DraftView | null;
  /** What the reason is for, and who reads it. */
  readonly reasonHint: string;
}

const options = (values: readonly string[], namespace: string): Option[] =>
  values.map((value) => ({ value, label: `feedback.${namespace}.${value}` }));

/** Steps before which the reply, or the answer that stands, is read once more. */
const SHOWS_REPLY: readonly Action[] = ['approve', 'sendBack', 'reopen', 'declineReopen'];

export function actionPage(situation: ActionSituation, say: Say): ActionPage {
  const { item, action, row, form, reply } = situation;
  const heading = actionLabel(action, item);
  const drawn = row ? fieldsOf(row) : [];
  const values = Object.fromEntries(drawn.map((name) => [name, textOf(form[name])]));
  const { code } = item;
  const tu = situation.behind.from;
  const back = paths.officerItem.to({ code, tu });
  const isRegulation = item.subject !== 'ADMIN_ACT';
  return {
    title: heading,
    code: item.code,
    heading,
    itemTitle: item.title,
    itemContent: item.content,
    itemFacts: itemFacts(item, null, say),
    state: item.state,
    due: OPEN.includes(item.state) ? item.deadline.due : null,
    version: item.version,
    address: paths.officerAction.to({ code, action, tu }),
    back,
    way: [
      { text: say(situation.behind.name), href: situation.behind.href },
      { text: code, href: back },
      { text: say({ key: heading }) },
    ],
    asks: Object.fromEntries(drawn.map((name) => [name, true])),
    form: formView(values, situation.errors),
    closed: situation.closed,
    since: situation.since.map((entry) => timelineEntry(entry, say)),
    typed: situation.closed ? typedTexts(form) : [],
    choices: {
      refusalReason: options(REFUSAL_REASONS, 'refusal'),
      redirection: options(REDIRECTIONS, 'redirection'),
      subject: options(SUBJECTS, 'subject'),
      outcome: options(outcomesOf(item.subject), 'outcome'),
      verdict: options(CRITERION_VERDICTS, 'verdict'),
      unpublishKind: action === 'unpublish' ? unpublishOptions(item) : [],
    },
    fieldOptions: situation.fields.map(({ id, name }) => ({ value: String(id), text: name })),
    criteria: isRegulation ? CRITERIA.map((name) => ({ name, legend: `feedback.criterion.${name}` })) : [],
    agency: situation.agency,
    procedure: situation.procedure,
    reply: SHOWS_REPLY.includes(action) && reply ? replyView(reply, situation, say) : null,
    texts: situation.closed ? null : situation.texts,
    danger: row?.weight === 'danger',
    confirm: confirmOf(action, reply, situation.around.extendedTo),
    asked: situation.asked,
    presence: presenceView(code, situation.closed ? '' : action, situation.around.others, say),
    templateOptions: situation.around.templates.map(({ id, name }) => ({ value: String(id), text: name })),
    upload: row && takesFiles(action) ? (situation.upload ?? uploadView([], [], STAFF_FILES)) : null,
    draft: drawn.some((name) => TYPED_TEXTS.includes(name))
      ? draftView(code, action, draftTimes(situation))
      : null,
    reasonHint: reasonHint(action, item),
  };
}

/** Only what the page has not said before: a draft that was just kept was not opened again. */
function draftTimes({ draft, keptAt }: ActionSituation): Omit<DraftView, 'address'> {
  return { savedAt: keptAt ?? null, reopenedAt: keptAt ? null : (draft?.savedAt ?? null) };
}

const TYPED_LABELS: Readonly<Record<string, string>> = {
  content: 'deskItem.field.content',
  shownTitle: 'publishing.text.title',
  shownContent: 'publishing.text.content',
  shownReply: 'publishing.text.reply',
  clearedReason: 'publishing.cleared.reason',
};

/** What the person wrote, to be copied where the step cannot be taken any more. */
export function typedTexts(form: Partial<ActionForm>): { label: string; text: string }[] {
  return TYPED_TEXTS.map((name) => ({
    label: TYPED_LABELS[name] ?? `officer.field.${name}`,
    text: textOf(form[name]),
  })).filter(({ text }) => text !== '');
}

/** Options compare as texts; an empty field is an empty text. */
function textOf(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
