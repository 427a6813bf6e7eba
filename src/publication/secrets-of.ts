import type { Feedback } from '../feedback/feedback.entity.js';
import type { Submitter } from '../feedback/submitter.entity.js';
import type { Secrets } from './find-personal.js';

/** @param submitter null where nothing is known (any more). @returns what must not be published of the item's people. */
export function secretsOf(item: Pick<Feedback, 'concernedName'>, submitter: Submitter | null): Secrets {
  const { name = '', address = '', phone = '', email = null } = submitter ?? {};
  return { name, address, phone, email, officer: item.concernedName };
}
