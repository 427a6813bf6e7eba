import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import type { FigureGoal } from '../../figures/figure-goal.entity.js';
import { BANDS, TARGETS } from '../../figures/figure-goal.js';
import { addDays, type CivilDay, formatDay } from '../../platform/kernel/civil-day.js';
import { percentText } from '../../platform/kernel/percent.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { GoalEndForm, GoalForm } from './goal.form.js';

/** The list with the form for another one, with faults where it came back. */
export interface GoalPage {
  readonly goals: readonly FigureGoal[];
  readonly today: CivilDay;
  readonly form: GoalForm;
  readonly errors: FieldErrors;
  readonly agency: AgencyFinding;
}

export function goalPage({ goals, today, form, errors, agency }: GoalPage): Page {
  const model = {
    title: 'authority.goal.title',
    rows: goals.map((goal) => rowOf(goal, today)),
    form: formView(form, errors),
    agency,
    source: paths.staffAgencies.to(),
  };
  return page('administrator/goals', model, Object.keys(errors).length > 0 ? 422 : 200);
}

export function goalEndPage(goal: FigureGoal, form: GoalEndForm, errors: FieldErrors): Page {
  const { agency, period } = headOf(goal);
  const model = { title: 'authority.goal.endTitle', form: formView(form, errors), id: goal.id };
  return page(
    'administrator/goal-end',
    { ...model, agency, period },
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

function headOf({ agency, validFrom, validTo }: FigureGoal): {
  agency: string | null;
  period: { from: string; to: string | null };
} {
  const to = validTo === null ? null : formatDay(addDays(validTo, -1));
  return { agency: agency && agency.name, period: { from: formatDay(validFrom), to } };
}

function rowOf(goal: FigureGoal, today: CivilDay): Readonly<Record<string, unknown>> {
  const { id, validFrom, validTo, fewest, note } = goal;
  const isOver = validTo !== null && validTo <= today;
  const state = isOver ? 'ended' : validFrom > today ? 'upcoming' : 'inForce';
  return {
    ...headOf(goal),
    ...{ fewest, note },
    targets: TARGETS.flatMap((name) => {
      const value = goal[name];
      return value === null ? [] : [{ label: `authority.goal.${name}`, text: `${percentText(value)}%` }];
    }),
    bands: BANDS.map((name) => ({
      label: `authority.grade.${name}`,
      text: `${percentText(goal[name])}%`,
    })),
    state: `authority.goal.state.${state}`,
    tone: { upcoming: 'info', inForce: 'success', ended: 'neutral' }[state],
    end: isOver ? null : paths.goalEnd.to({ id }),
    remove: state === 'upcoming' ? paths.goalRemove.to({ id }) : null,
  };
}
