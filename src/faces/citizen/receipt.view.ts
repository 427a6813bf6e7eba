import type { Feedback } from '../../feedback/feedback.entity.js';
import { contactRows } from './contact.view.js';
import { promiseView } from './promise.view.js';
import { qrCode } from './qr-code.js';
import { type Model, stepsAt } from './submit.view.js';

/** Code and PIN of the item just sent. */
export interface Keys {
  readonly code: string;
  readonly pin: string;
}

/** @param item its intake agency loaded; null where a replica has not seen it yet: code and PIN are shown all the same. */
export function donePage({ code, pin }: Keys, item: Feedback | null): Model {
  return {
    title: 'submit.done.title',
    steps: stepsAt('done'),
    code,
    pin,
    promise: item && promiseView(item.deadline, null),
    agency: item?.intakeAgency.name ?? null,
  };
}

/**
 * The receipt to print.
 * @param trackAddress the look-up page's whole address. The QR code adds the tracking code, never the PIN.
 */
export function receiptPage({ code, pin }: Keys, item: Feedback, trackAddress: string): Model {
  return {
    title: 'submit.receipt.title',
    code,
    pin,
    submittedAt: item.submittedAt,
    subjectTitle: item.title,
    promise: promiseView(item.deadline, null),
    agency: item.intakeAgency.name,
    contacts: contactRows(item.intakeAgency),
    address: trackAddress,
    qr: qrCode(`${trackAddress}?ma=${code}`),
  };
}
