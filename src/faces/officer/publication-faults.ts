import { createHash } from 'node:crypto';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Transition } from '../../feedback/transition.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { ClearedPlace } from '../../publication/found-place.js';
import { type RedactedWords, SHOWN_TEXTS } from '../../publication/redacted-words.js';
import {
  clearable,
  type Clearing,
  emptyTexts,
  leftIn,
  uncleared,
} from '../../publication/redaction-check.js';
import { secretsOf } from '../../publication/secrets-of.js';
import { TURNED_DOWN, UNPUBLISH_KINDS } from '../../publication/unpublish-kind.js';
import type { ActionForm } from './action.form.js';

/** The form's names of the three texts. */
export const SHOWN_NAMES = { title: 'shownTitle', content: 'shownContent', reply: 'shownReply' } as const;

type ShownForm = Partial<Pick<ActionForm, (typeof SHOWN_NAMES)[keyof typeof SHOWN_NAMES]>>;

export function shownWords({
  shownTitle = '',
  shownContent = '',
  shownReply = '',
}: ShownForm): RedactedWords {
  return { title: shownTitle, content: shownContent, reply: shownReply };
}

/** The room speaks of its texts, the form of its fields. */
export function besideTexts(name: string): string {
  return SHOWN_TEXTS.find((text) => text === name) ? SHOWN_NAMES[name as keyof typeof SHOWN_NAMES] : name;
}

/** @returns a short name of a list of places, so that a tick holds for what was listed and for nothing else. */
export function placesSeen(places: readonly ClearedPlace[]): string {
  return createHash('sha256').update(JSON.stringify(places)).digest('base64url').slice(0, 22);
}

/** @returns what the proposer has confirmed as harmless; null where nothing is, or other places than these were listed. */
export function clearingOf(form: ActionForm, item: Feedback): Clearing | null {
  const places = clearable(leftIn(shownWords(form), secretsOf(item, item.submitter)));
  const isMeant = form.cleared && form.clearedSeen === placesSeen(places);
  return places.length > 0 && isMeant ? { places, reason: form.clearedReason } : null;
}

/** The rules of the room, asked before the step is tried, so that each stands beside its field. */
export function publicationFaults({ action }: Transition, form: ActionForm, item: Feedback): FieldErrors {
  if (action === 'unpublish') return kindFault(form, item);
  return action === 'proposePublication' ? textFaults(form, item) : {};
}

function textFaults(form: ActionForm, item: Feedback): FieldErrors {
  const words = shownWords(form);
  const clearing = clearingOf(form, item);
  const left = uncleared(leftIn(words, secretsOf(item, item.submitter)), clearing?.places ?? []);
  const faults: Record<string, Message> = {};
  const say = (text: keyof typeof SHOWN_NAMES, key: string): void => {
    faults[SHOWN_NAMES[text]] = { key, params: { label: `publishing.text.${text}` } };
  };
  for (const { text } of left) say(text, 'publishing.left');
  for (const text of emptyTexts(words))
    say(text, words[text] === '' ? 'errors.required' : 'publishing.nothingLeft');
  if (clearing?.reason === '')
    faults.clearedReason = { key: 'errors.required', params: { label: 'publishing.cleared.reason' } };
  return faults;
}

function kindFault({ unpublishKind }: ActionForm, { publication }: Feedback): FieldErrors {
  const kinds: readonly string[] = publication === 'PENDING_REVIEW' ? TURNED_DOWN : UNPUBLISH_KINDS;
  const label = 'publishing.kind.label';
  return kinds.includes(unpublishKind) ? {} : { unpublishKind: { key: 'errors.choose', params: { label } } };
}
