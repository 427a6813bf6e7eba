import { formatDay, formatInstant, dayOf } from '../../platform/kernel/civil-day.js';
import { formatCount } from '../../platform/kernel/ratio.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SystemStatus } from './system-status.js';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** One fact; `warning`: somebody should look after it. */
interface Row {
  readonly label: string;
  readonly value: string;
  readonly warning: boolean;
}

const GIGABYTE = 2 ** 30;
const LITTLE = GIGABYTE;
const MINUTE = 60_000;
const LATE = 15 * MINUTE;
const BACKUP_EVERY = 7 * 24 * 60 * MINUTE;

export function systemStatusPage(status: SystemStatus, say: Say): Page {
  const sections = [
    { name: 'keys', rows: keyRows(status, say) },
    { name: 'storage', rows: storageRows(status, say) },
    { name: 'mail', rows: mailRows(status, say) },
    { name: 'time', rows: timeRows(status, say) },
  ];
  return page('administrator/system-status', {
    title: 'authority.status.title',
    sections: sections.map(({ name, rows }) => ({ label: `authority.status.${name}`, rows })),
    warnings: sections.flatMap(({ rows }) => rows).filter(({ warning }) => warning),
    ownAddress: status.mail.ownAddress,
    outbox: paths.outbox.to(),
  });
}

const row = (say: Say, name: string, value: string, warning = false): Row => ({
  label: say(`authority.status.row.${name}`),
  value,
  warning,
});

function keyRows({ keys }: SystemStatus, say: Say): Row[] {
  const { pinKeys, inUse, sessionFromSettings } = keys;
  const made = (at: number | null): string =>
    at === null ? say('authority.status.fromStart') : formatDay(dayOf(at));
  const isOld = pinKeys === null || pinKeys.some(({ version }) => version > inUse);
  return [
    row(
      say,
      'pinKeys',
      pinKeys?.map(({ version, madeAt }) => `${version} (${made(madeAt)})`).join('; ') ??
        say('authority.status.unreadable'),
      pinKeys === null,
    ),
    row(
      say,
      'pinKeyInUse',
      isOld ? say('authority.status.restart', { version: inUse }) : String(inUse),
      isOld,
    ),
    row(say, 'session', say(`authority.status.session.${sessionFromSettings ? 'settings' : 'file'}`)),
  ];
}

function storageRows(status: SystemStatus, say: Say): Row[] {
  const { folder, free, files, bytes, scanned, quarantined, infected, database } = status.storage;
  const { engine, size, replicas } = database;
  const unknown = say('authority.status.unknown');
  return [
    row(say, 'database', say(`authority.status.engine.${engine}`, { replicas })),
    row(say, 'databaseSize', size === null ? unknown : bytesText(size)),
    row(say, 'folder', folder),
    row(say, 'free', free === null ? unknown : bytesText(free), free !== null && free < LITTLE),
    row(
      say,
      'files',
      say('authority.status.filesValue', { count: formatCount(files), size: bytesText(bytes) }),
    ),
    row(say, 'scanner', say(`authority.status.scanner.${scanned ? 'on' : 'off'}`), !scanned),
    row(say, 'quarantined', formatCount(quarantined), scanned && quarantined > 100),
    row(say, 'infected', formatCount(infected)),
    backupRow(status, say),
  ];
}

/** PostgreSQL is backed up by its own tools, which leave no note here. */
function backupRow({ storage, time }: SystemStatus, say: Say): Row {
  const { lastBackup, database } = storage;
  if (lastBackup === null)
    return row(say, 'backup', say('authority.status.noBackup'), database.engine === 'sqlite');
  return row(say, 'backup', formatInstant(lastBackup), time.now - lastBackup > BACKUP_EVERY);
}

function mailRows({ mail, outbox }: SystemStatus, say: Say): Row[] {
  const { server, encrypted, from, lastSent } = mail;
  const { oldest, parked, failing } = outbox;
  const way = server === null ? 'folder' : encrypted ? 'encrypted' : 'plain';
  return [
    row(say, 'mailTo', say(`authority.status.mailTo.${way}`, { server: server ?? '' }), way !== 'encrypted'),
    row(say, 'from', from),
    row(say, 'lastSent', lastSent === null ? say('authority.status.never') : formatInstant(lastSent)),
    row(
      say,
      'oldest',
      say('authority.status.minutes', { count: Math.floor((oldest ?? 0) / MINUTE) }),
      (oldest ?? 0) > LATE,
    ),
    row(say, 'parked', formatCount(parked), parked > 0),
    row(say, 'failing', formatCount(failing)),
  ];
}

function timeRows({ time }: SystemStatus, say: Say): Row[] {
  const years = time.years.map(({ year, confirmed }) =>
    confirmed ? String(year) : say('authority.status.unconfirmed', { year: String(year) }),
  );
  return [
    row(say, 'clock', formatInstant(time.now), time.isSet),
    row(say, 'zone', say('authority.status.zoneValue')),
    row(say, 'years', years.join(', ') || '—'),
    ...(time.missing === null ? [] : [row(say, 'missingYear', String(time.missing), true)]),
  ];
}

/** @returns 1.536 as `1,5 KB`. */
function bytesText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const tenths = Math.floor((bytes * 10) / 2 ** (10 * power));
  const decimals = power === 0 || tenths % 10 === 0 ? '' : `,${tenths % 10}`;
  return `${formatCount(Math.floor(tenths / 10))}${decimals} ${units[power] ?? ''}`;
}
