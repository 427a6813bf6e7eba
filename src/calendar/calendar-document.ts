import { UsageError } from '../platform/kernel/errors.js';
import { isPublishedTable, plansOfPublishedTable } from './published-table.js';
import { parseYearPlans, type YearPlan } from './year-plan.js';

/**
 * Reads years from a JSON text: one or several of our own plans, or a published table of years.
 * @throws UsageError in one line when it is none of them, or holds no year.
 */
export function readCalendarDocument(text: string): YearPlan[] {
  const plans = plansOf(parsed(text));
  if (plans.length === 0) throw new UsageError('has no year in it');
  return plans;
}

function plansOf(document: unknown): YearPlan[] {
  return isPublishedTable(document) ? plansOfPublishedTable(document) : parseYearPlans(document);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError('is not JSON, or is cut off');
  }
}
