import type { AgencyChange } from '../../directory/agency-change.entity.js';
import type { Agency } from '../../directory/agency.entity.js';
import { contactRows } from '../../directory/contact-points.js';
import { addDays, type CivilDay, formatDay } from '../../platform/kernel/civil-day.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { isAlive } from './agency-list.view.js';
import type { AgencyPast } from './agency-past.query.js';

export interface AgencyShown {
  readonly agency: Readonly<Agency>;
  readonly past: AgencyPast;
  readonly all: ReadonlyMap<number, Readonly<Agency>>;
  readonly today: CivilDay;
}

const TONES = { PLANNED: 'info', MOVING: 'progress', DONE: 'success', CANCELLED: 'neutral' } as const;

export function agencyPage({ agency, past, all, today }: AgencyShown): Page {
  const nameOf = (id: number | null): string => (id === null ? '—' : (all.get(id)?.name ?? '—'));
  const { code } = agency;
  const alive = isAlive(agency, today);
  const successor = agency.successorId === null ? null : (all.get(agency.successorId) ?? null);
  const isRoot = agency.parentId === null;
  return page('administrator/agency-page', {
    title: 'directoryAdmin.agency.title',
    agency: { code, name: agency.name, shortName: agency.shortName },
    alive,
    ended: agency.validTo && formatDay(agency.validTo),
    successor: successor && { name: successor.name, href: paths.agency.to({ code: successor.code }) },
    rows: [
      { label: 'directoryAdmin.agency.code', value: code },
      { label: 'directoryAdmin.agency.parent', value: nameOf(agency.parentId) },
      { label: 'directoryAdmin.agency.validFrom', value: formatDay(agency.validFrom) },
    ],
    level: `directory.level.${agency.level}`,
    intake: `directoryAdmin.agency.${agency.intakeOpen ? 'isOpen' : 'isClosed'}`,
    contacts: contactRows(agency),
    names: past.names.map(({ name, validFrom, validTo }) => ({ name, ...spanOf(validFrom, validTo) })),
    placements: past.placements.map(({ parentId, validFrom, validTo }) => ({
      name: nameOf(parentId),
      ...spanOf(validFrom, validTo),
    })),
    changes: past.changes.map((change) => changeRow(change, nameOf)),
    takenOver: past.takenOver.map((change) => changeRow(change, nameOf)),
    below: paths.agencies.to({ tren: code }),
    steps: alive
      ? {
          edit: paths.agencyEdit.to({ code }),
          rename: paths.agencyRename.to({ code }),
          move: isRoot ? null : paths.agencyMove.to({ code }),
          end: isRoot ? null : paths.agencyMerge.to({ ma: code }),
          add: paths.agencyNew.to({ tren: code }),
        }
      : null,
    moving: [...past.changes, ...past.takenOver].some(({ state }) => state === 'MOVING'),
  });
}

/** Days of a stay, both included. */
function spanOf(validFrom: CivilDay, validTo: CivilDay | null): { from: string; to: string | null } {
  return { from: formatDay(validFrom), to: validTo === null ? null : formatDay(addDays(validTo, -1)) };
}

function changeRow(
  change: AgencyChange,
  nameOf: (id: number | null) => string,
): Readonly<Record<string, unknown>> {
  const { id, kind, state, day, total, moved } = change;
  return {
    agency: nameOf(change.agencyId),
    kind: `directoryAdmin.change.kind.${kind}`,
    day: formatDay(day),
    state: `directoryAdmin.change.state.${state}`,
    tone: TONES[state],
    name: kind === 'RENAME' ? change.name : null,
    parent: kind === 'MOVE' ? nameOf(change.parentId) : null,
    successor: change.successorId === null ? null : nameOf(change.successorId),
    progress: total > 0 ? { moved: state === 'DONE' ? total : Math.min(moved, total), total } : null,
    cancel: state === 'PLANNED' ? paths.agencyCancel.to({ id }) : null,
  };
}
