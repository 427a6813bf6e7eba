import type { Message } from '../../../platform/kernel/errors.js';
import { MAX } from '../../../intake/submission-limits.js';
import { ATTRIBUTES, type AttributeCode } from './service-document.js';
import { Open311Error } from './open311-error.js';

/** A request as GeoReport sends it, in the words of our own submissions; not yet validated by their rules. */
export interface NewRequest {
  readonly serviceCode: string;
  readonly kind: string;
  readonly subject: string;
  readonly title: string;
  readonly content: string;
  readonly place: string;
  readonly procedureCode: string;
  readonly agencyCode: string;
  readonly submitter: { type: string; name: string; address: string; phone: string; email: string };
}

type Sent = Readonly<Record<string, unknown>>;
type Say = (key: string, params: Record<string, string>) => string;

/**
 * Reads the form-encoded body of `POST requests`.
 * @param say the words put around coordinates and the address of a picture, which have no place of their own here.
 * @throws Open311Error 400 with everything that this standard forbids; what our own rules forbid is found later.
 */
export function newRequest(sent: Sent, say: Say): NewRequest {
  const faults: Message[] = [];
  const text = (name: string): string => textOf(sent, name, faults);
  const attribute = (code: AttributeCode): string => attributeOf(text, code, faults);
  const serviceCode = text('service_code');
  if (serviceCode === '') faults.push({ key: 'open311.noServiceNamed' });
  const description = text('description');
  const media = webAddress(text('media_url'));
  const request = {
    serviceCode,
    kind: attribute('kind').toUpperCase(),
    subject: attribute('subject').toUpperCase(),
    title: attribute('title') || beginningOf(description),
    content: media === null ? description : `${description}\n\n${say('open311.media', { url: media })}`,
    place: placeOf(text, say, faults),
    procedureCode: attribute('procedure_code'),
    agencyCode: attribute('agency_code'),
    submitter: {
      type: attribute('submitter_type').toUpperCase() || 'INDIVIDUAL',
      // The family name stands first in Vietnam.
      name: `${text('last_name')} ${text('first_name')}`.trim(),
      address: attribute('submitter_address'),
      phone: text('phone'),
      email: text('email'),
    },
  };
  if (faults.length > 0) throw new Open311Error(400, faults);
  return request;
}

function textOf(sent: Sent, name: string, faults: Message[]): string {
  const value = sent[name] ?? '';
  if (typeof value === 'string') return value.trim();
  faults.push({ key: 'open311.sentTwice', params: { name } });
  return '';
}

function attributeOf(text: (name: string) => string, code: AttributeCode, faults: Message[]): string {
  const value = text(`attribute[${code}]`);
  const { values } = ATTRIBUTES.find((one) => one.code === code) as { values?: { of: readonly string[] } };
  if (values && value !== '' && !values.of.includes(value.toUpperCase()))
    faults.push({ key: 'open311.badAttribute', params: { code } });
  return value;
}

/** The first line, cut at a word where it is too long for a title. */
function beginningOf(description: string): string {
  const [line = ''] = description.split('\n');
  if (line.length <= MAX.title) return line.trim();
  return `${line.slice(0, MAX.title - 1).replace(/\s+\S*$/, '')}…`;
}

function webAddress(text: string): string | null {
  return text.length <= 500 && /^https?:\/\//.test(text) && URL.canParse(text) ? text : null;
}

/** An address in words, coordinates, or both: one of them has to be there. */
function placeOf(text: (name: string) => string, say: Say, faults: Message[]): string {
  const [lat, long] = [text('lat'), text('long')];
  const words = text('address_string') || text('address_id');
  if (lat === '' && long === '') {
    if (words === '') faults.push({ key: 'open311.noPlace' });
    return words;
  }
  if (!isWithin(lat, 90) || !isWithin(long, 180)) faults.push({ key: 'open311.badPlace' });
  const point = say('open311.place', { lat, long });
  return words === '' ? point : `${words} (${point})`;
}

function isWithin(text: string, most: number): boolean {
  return /^-?\d{1,3}(\.\d{1,15})?$/.test(text) && Math.abs(Number(text)) <= most;
}
