import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Message } from '../../platform/kernel/errors.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { ConcernedPerson } from '../../routing/concerned-staff.query.js';
import { type ConcernForm, NOBODY } from './concern.form.js';
import type { Say } from './say.js';

/** What stands before the form. */
export interface ConcernStanding {
  readonly item: Feedback;
  readonly people: readonly ConcernedPerson[];
  /** Why nobody can be named now; null where somebody can. */
  readonly closed: Message | null;
}

/** @param stale whether somebody else has changed the item meanwhile. */
export function concernPage(
  { item, people, closed }: ConcernStanding,
  form: Partial<ConcernForm>,
  told: { errors?: FieldErrors; stale?: boolean; status?: number },
  say: Say,
): Page {
  const chosen = form.person ?? item.concernsStaffId;
  const model = {
    title: 'lifecycle.action.concern',
    code: item.code,
    itemTitle: item.title,
    said: item.concernedName,
    version: item.version,
    address: paths.officerAction.to({ code: item.code, action: 'concern' }),
    back: paths.officerItem.to({ code: item.code }),
    people: [
      ...people.map(({ id, name, position, agency }) => ({
        value: String(id),
        text: [name, position, agency].filter(Boolean).join(' · '),
      })),
      ...(item.concernsStaffId === null
        ? []
        : [{ value: String(NOBODY), text: say({ key: 'routing.concern.nobody' }) }]),
    ],
    form: formView({ person: chosen === null ? '' : String(chosen), reason: form.reason ?? '' }, told.errors),
    closed,
    stale: told.stale ?? false,
  };
  return page('officer/concern', model, told.status ?? 200);
}
