import type { Command } from 'commander';
import { readCalendarFile } from '../../calendar/read-calendar-file.js';
import { ImportAgencies } from '../../directory/import-agencies.service.js';
import { ImportProcedures } from '../../directory/import-procedures.service.js';
import type { ImportReport, ImportWatcher } from '../../directory/import-report.js';
import { ChangeCalendar } from '../../handling/change-calendar.service.js';
import { UsageError } from '../../platform/kernel/errors.js';
import { checkTextFile } from '../../platform/storage/text-file.js';
import type { Cli } from './cli-context.js';

/** More lines help nobody: the file has the wrong shape then. */
const TOLD = 50;

/** `import agencies|procedures|calendar FILE`: ends non-zero when the file is unusable, and when rows were left out. */
export function registerImport(program: Command, cli: Cli): void {
  const command = program
    .command('import')
    .description('brings data from a file; the same file again changes nothing');
  command
    .command('agencies')
    .argument('<file>', 'JSON: a list of provinces with their communes')
    .description('People’s Committees of provinces and communes')
    .action((file: string) => importRows(cli, file, ImportAgencies));
  command
    .command('procedures')
    .argument('<file>', 'CSV: the table of the national portal; or JSON lines with the whole texts')
    .description('administrative procedures and their fields')
    .action((file: string) => importRows(cli, file, ImportProcedures));
  command
    .command('calendar')
    .argument('<file>', 'JSON: years with days off and worked Saturdays')
    .description('working days; every year of the file replaces what was known of it')
    .action((file: string) => importCalendar(cli, file));
}

interface RowImport {
  run(file: string, watcher: ImportWatcher): Promise<ImportReport>;
}

async function importRows(
  cli: Cli,
  file: string,
  service: new (...parts: never[]) => RowImport,
): Promise<void> {
  await checkTextFile(file); // before a database is opened for nothing
  const app = await cli.boot();
  const watcher = new Narrator(cli);
  const { added, changed, unchanged, bad } = await app.get<RowImport>(service).run(file, watcher);
  cli.print(`${added} new, ${changed} changed, ${unchanged} unchanged, ${bad} left out`);
  if (bad > 0) throw new UsageError(`${file}: rows left out: ${bad}; the others are stored`);
}

async function importCalendar(cli: Cli, file: string): Promise<void> {
  const plans = await readCalendarFile(file); // before a database is opened for nothing
  const app = await cli.boot();
  const { years, impact } = await app.get(ChangeCalendar).apply(plans, null, { kind: 'operator' });
  for (const [year, what] of years) cli.print(`${year} ${what}`);
  const { open, moved, explained } = impact;
  cli.print(`${open} open items: ${moved.length} promised days moved, ${explained.length} worked out anew`);
}

/** Says how far it is, each tenth of the way, and which rows were left out. */
class Narrator implements ImportWatcher {
  private tenth = 0;
  private told = 0;

  constructor(private readonly cli: Cli) {}

  progress(done: number, total: number): void {
    const tenth = Math.floor((done * 10) / total);
    if (tenth === this.tenth) return;
    this.tenth = tenth;
    this.cli.progress(`${done} of ${total} rows`);
  }

  bad(line: number, reason: string): void {
    if (++this.told <= TOLD) this.cli.progress(`line ${line}: ${reason}`);
    else if (this.told === TOLD + 1) this.cli.progress('more rows are left out than are told here');
  }
}
