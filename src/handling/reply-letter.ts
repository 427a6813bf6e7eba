import type { AgencyLevel } from '../directory/agency-level.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** A reply as it is printed. Its words are Vietnamese whoever reads: it is the authority's document. */
export interface ReplyLetter {
  /** The agency directly above, where the heading names it. */
  readonly superior: string | null;
  readonly agency: string;
  readonly number: string | null;
  /** Where it is written; left out where nobody knows. */
  readonly place: string | null;
  readonly day: CivilDay | null;
  readonly about: string;
  /** With the form of address: `Ông/Bà Nguyễn Thị Đào`. */
  readonly recipient: string;
  /** Where it is sent by post; null where it is not. */
  readonly recipientAddress: string | null;
  readonly body: string;
  readonly signatory: Signatory;
  readonly code: string;
  readonly isDraft: boolean;
  /** Epoch ms, for the document's own records. */
  readonly madeAt: number;
}

export interface Signatory {
  readonly name: string;
  readonly position: string;
}

/** What the heading needs to know of an agency. */
export interface LetterAgency {
  readonly name: string;
  readonly level: AgencyLevel;
  readonly address: string;
}

/**
 * @returns the name of the agency directly above, where it is printed: ministries and People's Committees stand alone
 *   (Phụ lục I, Phần I, Mục II.2 NĐ 30/2020/NĐ-CP).
 */
export function superiorInHeading(agency: LetterAgency, parent: LetterAgency | null): string | null {
  const standsAlone = agency.level !== 'DEPARTMENT' || parent === null || parent.level === 'ROOT';
  return standsAlone ? null : parent.name.replace(/^Ủy ban nhân dân/i, 'UBND');
}

const UNIT = /(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu)\s+([^,;–-]+)/giu;

/** @returns the place of the date line, from the agency's own name, else its address, else the name above; or null. */
export function placeOf(agency: LetterAgency, parent: LetterAgency | null): string | null {
  const named = unitsIn(agency.name)[0] ?? unitsIn(agency.address).at(-1);
  return named ?? (parent === null ? null : (unitsIn(parent.name)[0] ?? null));
}

/** A unit called by a number keeps its kind: `Phường 1`. */
function unitsIn(text: string): string[] {
  return Array.from(text.normalize('NFC').matchAll(UNIT), ([whole, name = '']) => {
    const isNumber = /^\d+\s*$/.test(name);
    return (isNumber ? whole.charAt(0).toUpperCase() + whole.slice(1) : name).trim();
  });
}

/**
 * Whoever signs is typed as `Nguyễn Văn A, Phó Chủ tịch`.
 * @param known the approver's position, printed where only the approver's name was typed.
 */
export function signatoryOf(typed: string | null, known: Signatory | null): Signatory {
  if (!typed) return known ?? { name: '', position: '' };
  const [name = '', ...rest] = typed.split(/\s*,\s*/);
  if (rest.length > 0) return { name, position: rest.join(', ') };
  return { name, position: known?.name === name ? known.position : '' };
}

/** @returns `Hòa Giang, ngày 09 tháng 02 năm 2026`; dots where the day is not yet known. */
export function dateLine(place: string | null, day: CivilDay | null): string {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  const spoken = day
    ? `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
    : 'ngày …… tháng …… năm ………';
  return place === null ? spoken.charAt(0).toUpperCase() + spoken.slice(1) : `${place}, ${spoken}`;
}
