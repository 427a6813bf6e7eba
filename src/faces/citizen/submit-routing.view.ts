import type { Message } from '../../platform/kernel/errors.js';
import { concerned, type SubmitForm } from '../../intake/submit.form.js';
import type { RoutedSubmission } from './submit-routing.service.js';

/** What the check page says of where it goes: a sentence, the reasons, and how the sentence ends. */
export interface RoutingNote {
  readonly before: Message;
  readonly reasons: readonly Message[];
  readonly after: Message | null;
}

/** @returns null where it goes to the agency that was chosen, or to the general one, and nothing else is proposed. */
export function routingNote(form: SubmitForm, routed: RoutedSubmission): RoutingNote | null {
  const { agency, chosen, proposed, proposal } = routed;
  const params = { agency: agency.name };
  if (!proposal || !proposed) {
    if (!concerned(form).aboutHead) return null;
    const key = chosen ? 'routing.check.noSuperior' : 'routing.check.headUnknown';
    return { before: { key, params }, reasons: [], after: null };
  }
  const reasons = proposal.reasons;
  if (proposed.id === agency.id && chosen?.id !== agency.id)
    return { before: { key: 'routing.check.to', params }, reasons, after: null };
  if (proposed.id === agency.id) return null;
  return {
    before: { key: 'routing.check.proposed', params: { agency: proposed.name } },
    reasons,
    after: { key: 'routing.check.stays', params },
  };
}
