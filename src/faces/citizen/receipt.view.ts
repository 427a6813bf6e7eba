import { promiseView } from '../../calendar/promise.view.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { type Keys, receiptPaper } from '../../intake/receipt.view.js';
import type { FileRow } from './file-rows.view.js';
import { type Model, stepsAt } from './submit.view.js';

/** @param item its intake agency loaded; null where a replica has not seen it yet: code and PIN are shown all the same. */
export function donePage({ code, pin }: Keys, item: Feedback | null, files: readonly FileRow[]): Model {
  return {
    title: 'submit.done.title',
    steps: stepsAt('done'),
    code,
    pin,
    promise: item && promiseView(item.deadline, null),
    agency: item?.intakeAgency.name ?? null,
    files,
  };
}

/** The receipt to print. */
export function receiptPage(
  keys: Keys,
  item: Feedback,
  files: readonly FileRow[],
  trackAddress: string,
): Model {
  const part = item.splitFromId !== null;
  return { title: 'submit.receipt.title', ...receiptPaper(keys, item, trackAddress), files, part };
}
