import { UsageError } from '../platform/kernel/errors.js';
import { readText } from '../platform/storage/text-file.js';
import { readCalendarDocument } from './calendar-document.js';
import type { YearPlan } from './year-plan.js';

/** A table of a hundred years has some 200 kB. */
const LARGEST = 2_000_000;

/**
 * Years of working days from a file: one or several of our own plans, or a published table of years.
 * @param name how the file is called in what is thrown, where that is not its path.
 * @throws UsageError in one line when the file cannot be used.
 */
export async function readCalendarFile(path: string, name = path): Promise<YearPlan[]> {
  let text = '';
  for await (const piece of readText(path)) {
    text += piece;
    if (text.length > LARGEST) throw new UsageError(`${name} is too large for a calendar`);
  }
  try {
    return readCalendarDocument(text);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${name}: ${error.message}`);
    throw error;
  }
}
