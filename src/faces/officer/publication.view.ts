import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Reply } from '../../feedback/reply.entity.js';
import type { Action } from '../../feedback/transition.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { paths } from '../../platform/web/paths.js';
import { findPersonal } from '../../publication/find-personal.js';
import type { FoundKind, FoundPlace } from '../../publication/found-place.js';
import type { PublicationStanding } from '../../publication/owed-publications.query.js';
import { type RedactedWords, SHOWN_TEXTS } from '../../publication/redacted-words.js';
import { clearable, type LeftPlace, leftIn } from '../../publication/redaction-check.js';
import { secretsOf } from '../../publication/secrets-of.js';
import { TURNED_DOWN, UNPUBLISH_KINDS } from '../../publication/unpublish-kind.js';
import type { ActionForm } from './action.form.js';
import { placesSeen, SHOWN_NAMES, shownWords } from './publication-faults.js';

/** A stretch of a text; `kind` is the message key of what it gives away, null for ordinary words. */
export interface Stretch {
  readonly text: string;
  readonly kind: string | null;
}

/** One of the three texts, as it is and as it is to be shown. */
export interface ShownTextView {
  readonly name: string;
  /** Message keys: of the text, and of its field. */
  readonly part: string;
  readonly label: string;
  readonly isLine: boolean;
  readonly rows: number;
  readonly original: readonly Stretch[];
  readonly proposed: readonly Stretch[];
  /** Places that the proposed text still holds. */
  readonly left: readonly { readonly words: string; readonly kind: string; readonly own: boolean }[];
}

/** Redacting and publishing: three texts side by side. */
export interface PublicationView {
  readonly edits: boolean;
  readonly dueDay: CivilDay | null;
  readonly late: boolean;
  readonly texts: readonly ShownTextView[];
  /** Places that may be confirmed as harmless, and the mark of having seen these. */
  readonly clearable: readonly { readonly words: string; readonly kind: string }[];
  readonly clearedSeen: string;
  readonly cleared: boolean;
  /** Why the proposer let places stand; empty where none does. */
  readonly clearedReason: string;
  /** Where a publisher sends the proposal back. */
  readonly turnDown: string;
}

/** What is known of the item that is to be published. */
export interface ToPublish {
  readonly item: Feedback;
  readonly reply: Reply;
  readonly standing: PublicationStanding | null;
  readonly form: Partial<ActionForm>;
  /** `tu` of the address. */
  readonly from: string | null;
}

const kindName = (kind: FoundKind): string => `publishing.found.${kind}`;

/** @returns null for steps that show no texts. */
export function publicationView(action: Action, known: ToPublish): PublicationView | null {
  const { item, reply, standing, form, from } = known;
  const edits = action === 'proposePublication';
  const publication = standing?.publication ?? null;
  if (!edits && (action !== 'publish' || !publication)) return null;
  const originals: RedactedWords = { title: item.title, content: item.content, reply: reply.body };
  const words = edits || !publication ? shownWords(form) : publication;
  const secrets = secretsOf(item, item.submitter);
  const left = leftIn(words, secrets);
  const soft = clearable(left);
  return {
    edits,
    dueDay: standing?.dueDay ?? null,
    late: standing?.late ?? false,
    texts: SHOWN_TEXTS.map((text) => ({
      name: SHOWN_NAMES[text],
      part: `publishing.part.${text}`,
      label: `publishing.text.${text}`,
      isLine: text === 'title',
      rows: rowsFor(originals[text]),
      original: stretches(originals[text], findPersonal(originals[text], secrets)),
      proposed: stretches(
        words[text],
        left.filter((place) => place.text === text),
      ),
      left: distinct(left.filter((place) => place.text === text)),
    })),
    clearable: soft.map(({ kind, text }) => ({ words: text, kind: kindName(kind) })),
    clearedSeen: placesSeen(soft),
    cleared: form.cleared === true && form.clearedSeen === placesSeen(soft),
    clearedReason: publication?.clearedReason ?? '',
    turnDown: paths.officerAction.to({ code: item.code, action: 'unpublish', tu: from }),
  };
}

/** High enough to read without scrolling, marks being longer than what they stand for. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 48), 0);
  return Math.min(28, Math.max(5, lines + 2));
}

/** @returns the whole text in stretches: what was found, and what stands between. */
export function stretches(text: string, places: readonly FoundPlace[]): Stretch[] {
  let from = 0;
  const parts: Stretch[] = [];
  for (const { start, end, kind } of places) {
    parts.push(
      { text: text.slice(from, start), kind: null },
      { text: text.slice(start, end), kind: kindName(kind) },
    );
    from = end;
  }
  return [...parts, { text: text.slice(from), kind: null }].filter((part) => part.text !== '');
}

function distinct(left: readonly LeftPlace[]): ShownTextView['left'] {
  const places = left.map(({ words, kind, own }) => ({ words, kind: kindName(kind), own }));
  return places.filter(
    (place, i) => places.findIndex(({ words, kind }) => words === place.words && kind === place.kind) === i,
  );
}

/** What a taking back may be for, with what the public is told, or what becomes of a proposal. */
export function unpublishOptions({ publication }: Pick<Feedback, 'publication'>): readonly {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}[] {
  const isProposal = publication === 'PENDING_REVIEW';
  const kinds = isProposal ? TURNED_DOWN : UNPUBLISH_KINDS;
  const told = isProposal ? 'publishing.becomes' : 'publishing.notice';
  return kinds.map((value) => ({ value, label: `publishing.kind.${value}`, hint: `${told}.${value}` }));
}
