import type { Absence } from '../../handling/absence.entity.js';
import type { Colleague } from '../../handling/colleagues.query.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { AbsenceForm } from './absence.form.js';

/** What is known about somebody's absences. */
export interface AbsenceFacts {
  readonly announced: readonly Absence[];
  /** Absences of others in which the person stands in today. */
  readonly standsIn: readonly Absence[];
  readonly colleagues: readonly Colleague[];
  readonly names: ReadonlyMap<number, string>;
  readonly today: CivilDay;
}

export interface AbsencePage extends PageModel {
  readonly absences: readonly {
    readonly id: number;
    readonly from: CivilDay;
    readonly to: CivilDay;
    readonly substitute: string | null;
    readonly isNow: boolean;
  }[];
  readonly standsIn: readonly { readonly name: string; readonly to: CivilDay }[];
  readonly people: readonly { readonly value: string; readonly text: string }[];
  readonly form: FormView;
}

export function absencePage(facts: AbsenceFacts, form: AbsenceForm, errors: FieldErrors): AbsencePage {
  const { announced, standsIn, colleagues, names, today } = facts;
  const nameOf = (id: number | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const { fromDay, toDay, substitute } = form;
  return {
    title: 'desk.absence.title',
    absences: announced.map((absence) => ({
      id: absence.id,
      from: absence.fromDay,
      to: absence.toDay,
      substitute: nameOf(absence.substituteId),
      isNow: absence.fromDay <= today,
    })),
    standsIn: standsIn.map((absence) => ({ name: nameOf(absence.staffId) ?? '', to: absence.toDay })),
    people: colleagues.map(({ id, name, agency }) => ({ value: String(id), text: `${name} · ${agency}` })),
    form: formView(
      {
        fromDay: fromDay ?? '',
        toDay: toDay ?? '',
        substitute: substitute === null ? '' : String(substitute),
      },
      errors,
    ),
  };
}
