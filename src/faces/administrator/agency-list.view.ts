import type { Agency } from '../../directory/agency.entity.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';

/** More are found by searching, not by paging. */
export const MOST_AGENCIES = 200;

export interface AgencyListing {
  readonly rows: readonly Readonly<Agency>[];
  /** Whose children are shown; null at the top of the administrator's part. */
  readonly parent: Readonly<Agency> | null;
  readonly question: string;
  readonly all: ReadonlyMap<number, Readonly<Agency>>;
  readonly today: CivilDay;
  readonly tops: readonly string[];
}

export function agencyListPage({ rows, parent, question, all, today, tops }: AgencyListing): Page {
  const children = new Map<number, number>();
  for (const { parentId } of all.values())
    if (parentId !== null) children.set(parentId, (children.get(parentId) ?? 0) + 1);
  const shown = rows.slice(0, MOST_AGENCIES);
  return page('administrator/agency-list', {
    title: 'directoryAdmin.agencies.title',
    form: formView({ q: question }),
    add: paths.agencyNew.to({ tren: parent?.code }),
    parent: parent && { ...linkOf(parent), href: paths.agency.to({ code: parent.code }) },
    line: lineOf(parent, all, tops),
    rows: shown.map((row) => rowOf(row, children.get(row.id) ?? 0, today)),
    mergeable: shown.some((row) => row.parentId !== null && isAlive(row, today)),
    more: rows.length > MOST_AGENCIES,
    shown: MOST_AGENCIES,
  });
}

function rowOf(row: Readonly<Agency>, children: number, today: CivilDay): Readonly<Record<string, unknown>> {
  const alive = isAlive(row, today);
  return {
    ...linkOf(row),
    href: paths.agency.to({ code: row.code }),
    level: `directory.level.${row.level}`,
    children,
    below: children > 0 ? paths.agencies.to({ tren: row.code }) : null,
    alive,
    mergeable: alive && row.parentId !== null,
    complete: [row.address, row.phone, row.email].every((contact) => contact !== ''),
    state: alive ? 'directoryAdmin.agencies.alive' : 'directoryAdmin.agencies.gone',
    tone: alive ? 'success' : 'neutral',
  };
}

/** From the top of the administrator's part down to the agency itself. */
function lineOf(
  parent: Readonly<Agency> | null,
  all: ReadonlyMap<number, Readonly<Agency>>,
  tops: readonly string[],
): { text: string; href?: string }[] {
  if (!parent) return [];
  const ids = parent.path.split('/').filter(Boolean).map(Number);
  const line = ids.flatMap((id) => all.get(id) ?? []);
  const own = line.filter(({ path }) => tops.some((top) => path.startsWith(top)));
  return own.map(({ shortName, code }) =>
    code === parent.code ? { text: shortName } : { text: shortName, href: paths.agencies.to({ tren: code }) },
  );
}

function linkOf({ code, name, shortName }: Readonly<Agency>): {
  code: string;
  name: string;
  shortName: string;
} {
  return { code, name, shortName };
}

export function isAlive({ validFrom, validTo }: Readonly<Agency>, today: CivilDay): boolean {
  return validFrom <= today && (validTo === null || validTo > today);
}
