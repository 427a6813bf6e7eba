import { formatInstant } from '../platform/kernel/civil-day.js';
import type { LookPurpose } from '../feedback/contact-policy.js';
import type { Submitter } from '../feedback/submitter.entity.js';
import type { CitizenItem } from './citizen-item.query.js';

/** Somebody on the staff saw the contact data: where they work and why, never who. */
export interface OwnLook {
  readonly at: number;
  readonly agency: string;
  readonly position: string;
  readonly purpose: LookPurpose;
}

/** What is stored of a submitter with one item, as its submitter may have it (Luật 91/2025/QH15: access, a copy). */
export interface OwnData {
  readonly found: CitizenItem;
  readonly submitter: Pick<Submitter, 'type' | 'name' | 'address' | 'phone' | 'email'>;
  readonly looks: readonly OwnLook[];
}

/** ISO 8601 with the hour of Vietnam. */
function instantText(at: number): string {
  const [time = '', day = ''] = formatInstant(at).split(' ');
  return `${day.split('/').reverse().join('-')}T${time}:00+07:00`;
}

const orNull = (at: number | null): string | null => (at === null ? null : instantText(at));

/** @returns the machine-readable form; its members are described in docs/operation.md. */
export function ownDataFile({ found, submitter, looks }: OwnData): object {
  const { item, timeline, replies, files } = found;
  const { type, name, address, phone, email } = submitter;
  return {
    code: item.code,
    registerNumber: item.registerNumber,
    state: item.state,
    kind: item.kind,
    subject: item.subject,
    channel: item.channel,
    submittedAt: instantText(item.submittedAt),
    dueDay: item.dueDay,
    answeredAt: orNull(item.answeredAt),
    erasedAt: orNull(item.erasedAt),
    intakeAgency: item.intakeAgency.name,
    handlingAgency: item.handlingAgency.name,
    procedure: item.procedure && { code: item.procedure.code, name: item.procedure.name },
    field: item.field?.name ?? null,
    submitter: { type, name, address, phone, email },
    title: item.title,
    content: item.content,
    place: item.place,
    concernedName: item.concernedName,
    rating: item.rating,
    steps: timeline.map(({ seq, instant, action, agency, position, words }) => ({
      ...{ seq, at: instantText(instant), action, agency, position, words },
    })),
    answers: replies.map(({ reply: { outcome, number, day, signatory, body }, answeredAt, agency }) => ({
      ...{ at: instantText(answeredAt), agency, outcome, number, day, signatory, body },
    })),
    files: files.map(({ name: fileName, mediaType, size, sha256, addedAt }) => ({
      ...{ name: fileName, mediaType, size, sha256, at: instantText(addedAt) },
    })),
    looks: looks.map(({ at, agency, position, purpose }) => ({
      ...{ at: instantText(at), agency, position, purpose },
    })),
  };
}
