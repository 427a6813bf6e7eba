import { DEFAULT_LANGUAGE, type Language, type Translator } from '../platform/i18n/translator.js';
import type { State } from '../feedback/state.js';
import type { ToldChange } from './partner-changes.query.js';

/** In these nobody waits for an answer. */
const ENDED: readonly State[] = ['REFUSED', 'REDIRECTED', 'MERGED', 'WITHDRAWN'];

/**
 * A change as both the webhook and `/api/v1/changes` tell it: identifiers, state and day. Never a text, a name or a
 * contact: whoever receives it asks for the item with the own key.
 */
export interface ChangeBody {
  /** `<partner>.<number>`: the same on every try, to recognise repetitions. */
  readonly id: string;
  readonly type: 'feedback.changed';
  readonly code: string;
  readonly externalNumber: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly step: string;
  readonly state: string;
  readonly stateLabel: string;
  /** `YYYY-MM-DD` in Vietnam; null where nothing is promised any more. */
  readonly due: string | null;
  readonly reasonCode: string | null;
}

/** @param lang of the state's label; the state itself has one spelling. */
export function changeBody(
  change: ToldChange,
  partnerId: number,
  translator: Translator,
  lang: Language = DEFAULT_LANGUAGE,
): ChangeBody {
  return {
    id: `${partnerId}.${change.number}`,
    type: 'feedback.changed',
    code: change.code,
    externalNumber: change.externalNumber,
    at: new Date(change.at).toISOString(),
    step: change.action,
    state: change.state.toLowerCase(),
    stateLabel: translator.t(`lifecycle.state.${change.state}`, {}, lang),
    due: ENDED.includes(change.state) ? null : change.dueDay,
    reasonCode: change.reasonCode?.toLowerCase() ?? null,
  };
}
