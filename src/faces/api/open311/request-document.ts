import { OPEN, type State } from '../../../feedback/state.js';
import { type CivilDay, endOfDay } from '../../../platform/kernel/civil-day.js';
import type { Open311Document } from './open311-document.js';
import type { Status } from './request-question.js';
import type { Service } from './service-list.query.js';

/** A request as GeoReport shows it, whoever may see it. */
export interface RequestRow {
  /** Always a text, also where it is a number. */
  readonly id: string;
  readonly state: State;
  /** What has become of it, in words. */
  readonly notes: string;
  readonly service: Service;
  readonly description: string;
  /** Where it happened; empty where nobody said so, or where not everybody may know. */
  readonly place: string;
  readonly agency: string;
  readonly requestedAt: number;
  readonly updatedAt: number;
  readonly dueDay: CivilDay;
}

export function statusOf(state: State): Status {
  return OPEN.includes(state) ? 'open' : 'closed';
}

export function requestListDocument(rows: readonly RequestRow[]): Open311Document {
  return { root: 'service_requests', body: rows.map(record) };
}

function record(row: RequestRow): Record<string, string | null> {
  return {
    service_request_id: row.id,
    status: statusOf(row.state),
    status_notes: row.notes,
    service_name: row.service.name,
    service_code: row.service.code,
    description: row.description,
    agency_responsible: row.agency,
    service_notice: null,
    requested_datetime: w3cInstant(row.requestedAt),
    updated_datetime: w3cInstant(row.updatedAt),
    expected_datetime: w3cInstant(endOfDay(row.dueDay) - 1000),
    address: row.place === '' ? null : row.place,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}

/** GeoReport has no title: it stands above the words, unless it was made of their beginning. */
export function described({ title, content }: { readonly title: string; readonly content: string }): string {
  return content.startsWith(title.replace(/…$/, '')) ? content : `${title}\n\n${content}`;
}

/** @returns `2026-11-20T03:04:05Z`: whole seconds, as the specification's examples have them. */
export function w3cInstant(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
