import type { StaffActor } from '../../accounts/staff-actor.js';
import type { PossibleDuplicate } from '../../intake/duplicates.service.js';
import { type CivilDay, dayOf } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { paths } from '../../platform/web/paths.js';
import { readsMasked } from './contact.view.js';

/** One possible duplicate, as `officer/duplicate-list` prints it. */
export interface DuplicateRow {
  readonly code: string;
  readonly href: string;
  readonly heading: string;
  readonly state: string;
  readonly day: CivilDay;
  readonly agency: string;
  readonly excerpt: string;
  /** Why it is proposed. */
  readonly reasons: readonly Message[];
}

const EXCERPT = 220;

/** Who may not know by what another submitter is reached does not learn it from a proposal either. */
export function tellable(found: readonly PossibleDuplicate[], actor: StaffActor): PossibleDuplicate[] {
  return found
    .map((one) => ({ ...one, sameContact: one.sameContact && readsMasked(actor, one.item) }))
    .filter(({ sameContact, sameProcedure }) => sameContact || sameProcedure);
}

/** @param hrefOf where the row leads. */
export function duplicateRows(
  found: readonly PossibleDuplicate[],
  hrefOf: (code: string) => string = (code) => paths.officerItem.to({ code }),
): DuplicateRow[] {
  return found.map(({ item, sameContact, sameProcedure, nearness }) => ({
    code: item.code,
    href: hrefOf(item.code),
    heading: item.title,
    state: item.state,
    day: dayOf(item.submittedAt),
    agency: item.handlingAgency.name,
    excerpt: excerptOf(item.content),
    reasons: [
      ...(sameContact ? [{ key: 'staffEntry.duplicate.sameContact' }] : []),
      ...(sameProcedure ? [{ key: 'staffEntry.duplicate.sameProcedure' }] : []),
      { key: 'staffEntry.duplicate.near', params: { percent: Math.floor(nearness * 100) } },
    ],
  }));
}

function excerptOf(content: string): string {
  const line = content.replace(/\s+/g, ' ');
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …`;
}
