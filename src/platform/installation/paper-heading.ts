import type { Choice } from './choice.js';

/**
 * What printed papers say at the top and at the end (Phụ lục I, NĐ 30/2020/NĐ-CP) where the authority words it itself;
 * '' leaves what follows from the agency's own name and place in the tree.
 */
export interface PaperHeading {
  /** The one agency whose papers it is for; null for those of every agency. */
  readonly agencyId: number | null;
  /** Tên cơ quan chủ quản. */
  readonly superior: string;
  /** Tên cơ quan ban hành. */
  readonly agency: string;
  /** Before the date. */
  readonly place: string;
  /** `Nguyễn Văn A, Chủ tịch`: signs where a reply names nobody. */
  readonly signatory: string;
}

export const paperHeading: Choice<PaperHeading> = {
  name: 'authority.heading',
  standard: { agencyId: null, superior: '', agency: '', place: '', signatory: '' },
  read: (stored) => {
    const { agencyId, superior, agency, place, signatory } = (stored ?? {}) as Partial<PaperHeading>;
    const isWhole = [superior, agency, place, signatory].every((text) => typeof text === 'string');
    const isAgency = agencyId === null || Number.isSafeInteger(agencyId);
    return isWhole && isAgency ? (stored as PaperHeading) : null;
  },
};

/** @returns the heading as far as it holds for that agency's papers. */
export function headingFor(heading: PaperHeading, agencyId: number): PaperHeading {
  return heading.agencyId === null || heading.agencyId === agencyId ? heading : paperHeading.standard;
}
