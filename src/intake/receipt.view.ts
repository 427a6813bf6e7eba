import { type PromiseView, promiseView } from '../calendar/promise.view.js';
import { type ContactRow, contactRows } from '../directory/contact-points.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { type QrCode, qrCode } from '../platform/web/qr-code.js';

/** Code and PIN of an item. */
export interface Keys {
  readonly code: string;
  readonly pin: string;
}

/** What stands on the receipt, whoever prints it: the citizen, or the officer who hands it over. */
export interface ReceiptPaper extends Keys {
  /** Of what officers keyed in: the day it came, whose hour says nothing. */
  readonly receivedDay: CivilDay | null;
  /** A message key. */
  readonly channel: string;
  readonly submittedAt: number;
  readonly subjectTitle: string;
  readonly promise: PromiseView;
  readonly agency: string;
  readonly contacts: readonly ContactRow[];
  /** Where code and PIN are typed. */
  readonly address: string;
  readonly qr: QrCode;
}

/**
 * @param item its intake agency loaded.
 * @param trackAddress the look-up page's whole address. The QR code adds the tracking code, never the PIN.
 */
export function receiptPaper({ code, pin }: Keys, item: Feedback, trackAddress: string): ReceiptPaper {
  return {
    code,
    pin,
    receivedDay: item.channel === 'WEB' ? null : dayOf(item.submittedAt),
    channel: `feedback.channel.${item.channel}`,
    submittedAt: item.submittedAt,
    subjectTitle: item.title,
    promise: promiseView(item.deadline, null),
    agency: item.intakeAgency.name,
    contacts: contactRows(item.intakeAgency),
    address: trackAddress,
    qr: qrCode(`${trackAddress}?ma=${code}`),
  };
}
