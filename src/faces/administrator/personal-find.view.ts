import type { Feedback } from '../../feedback/feedback.entity.js';
import { MOST_FOUND } from '../../feedback/personal-finder.query.js';
import { isErasable } from '../../feedback/retention.js';
import { type CivilDay, dayOf } from '../../platform/kernel/civil-day.js';
import type { FormView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import { ERASURE_REASONS } from './personal-find.form.js';

/** Codes and states alone: an administrator reads no content. */
interface FoundRow {
  readonly code: string;
  readonly state: string;
  readonly day: CivilDay;
  readonly isErasable: boolean;
  readonly erasedAt: number | null;
}

const rowsOf = (found: readonly Feedback[]): FoundRow[] =>
  found.map((item) => ({
    code: item.code,
    state: item.state,
    day: dayOf(item.submittedAt),
    isErasable: isErasable(item),
    erasedAt: item.erasedAt,
  }));

/** @param found null where nothing was searched for */
export function personalFindPage(form: FormView, found: readonly Feedback[] | null): PageModel {
  const rows = rowsOf(found ?? []);
  return {
    title: 'privacy.admin.findTitle',
    form,
    isSearched: found !== null,
    rows,
    isFull: rows.length === MOST_FOUND,
    anyErasable: rows.some((row) => row.isErasable),
  };
}

export function personalErasePage(form: FormView, found: readonly Feedback[]): PageModel {
  const rows = rowsOf(found);
  return {
    title: 'privacy.admin.eraseTitle',
    form,
    rows: rows.filter((row) => row.isErasable),
    open: rows.filter((row) => !row.isErasable && row.erasedAt === null),
    reasons: ERASURE_REASONS.map((value) => ({ value, label: `privacy.reason.${value}` })),
  };
}
