import type { Command } from 'commander';
import { FiguresQuestions } from '../../figures/figures-questions.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { CUTS_OFFERED, type Report } from '../../figures/report.js';
import { reportCsv } from '../../figures/report.csv.js';
import { reportJson } from '../../figures/report.json.js';
import { reportText } from '../../figures/report.text.js';
import type { Say } from '../../figures/sentence.js';
import { Translator } from '../../platform/i18n/translator.js';
import { UsageError } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { Cli } from './cli-context.js';

interface ReportOptions {
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly agency?: string;
  readonly by: string;
  readonly format: string;
}

const FORMATS: Readonly<Record<string, (report: Report, say: Say) => string>> = {
  text: (report, say) => reportText(report, say).join('\n'),
  json: (report, say) => JSON.stringify(reportJson(report, say), null, 2),
  csv: (report, say) => reportCsv(report, say).replace(/\r\n$/, ''),
};

/** `report`: the figures of the pages, for scripts and other systems. */
export function registerReport(program: Command, cli: Cli): void {
  program
    .command('report')
    .description('the figures of a period, both days included')
    .requiredOption('--from <day>', 'first day, 2019-01-01 or 01/01/2019')
    .requiredOption('--to <day>', 'last day')
    .option('--as-of <instant>', 'cut-off: a day (to its end), or an instant as 2019-04-30T17:00')
    .option('--agency <code>', 'with everything below it; the whole country when left out')
    .option('--by <rows>', CUTS_OFFERED.join(', '), 'agency')
    .option('--format <format>', Object.keys(FORMATS).join(', '), 'text')
    .action((options: ReportOptions) => report(options, cli));
}

async function report(options: ReportOptions, cli: Cli): Promise<void> {
  const format = Object.hasOwn(FORMATS, options.format) ? FORMATS[options.format] : undefined;
  if (!format) throw new UsageError(`--format: is not one of ${Object.keys(FORMATS).join(', ')}`);
  const rooms = await cli.boot();
  const translator = rooms.get(Translator);
  const { from, to, asOf, agency, by } = options;
  const { question, errors } = await rooms
    .get(FiguresQuestions, { strict: false })
    .read({ from, to, asOf, agency, by }, 'all');
  if (!question) throw new UsageError(inWords(errors, translator));
  const answer = await rooms.get(FiguresService, { strict: false }).report(question);
  cli.print(format(answer, (key, params) => translator.t(key, params)));
}

/** The faults beside their options, in one line. */
function inWords(errors: FieldErrors, translator: Translator): string {
  const option = (field: string): string => (field === 'asOf' ? '--as-of' : `--${field}`);
  return Object.entries(errors)
    .map(([field, message]) => `${option(field)}: ${translator.say(message)}`)
    .join('; ');
}
