import { Injectable } from '@nestjs/common';
import type { Agency } from '../directory/agency.entity.js';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import type { Message } from '../platform/kernel/errors.js';
import { type FieldErrors, readForm } from '../platform/web/read-form.js';
import { FiguresForm } from './figures.form.js';
import { readSpan } from './read-span.js';
import type { By, FiguresQuestion } from './report.js';

/** Whose figures somebody may ask for: the tops of subtrees as `/1/24/`, or everything. */
export type Reach = readonly string[] | 'all';

/** A search for the agency: what the form shows beside its field. */
export interface AgencyFinding {
  readonly chosen: Readonly<Agency> | null;
  readonly results: readonly Readonly<Agency>[];
  readonly searched: boolean;
}

/** A question as it was read; `question` is null when something must be mended first. */
export interface ReadQuestion {
  readonly form: FiguresForm;
  readonly errors: FieldErrors;
  readonly question: FiguresQuestion | null;
  readonly finding: AgencyFinding;
}

const HITS = 12;

/** Reads what a page or a program asks, and finds the agency meant. */
@Injectable()
export class FiguresQuestions {
  constructor(
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  /** @param query what stands in the address: any shape. */
  async read(query: unknown, reach: Reach): Promise<ReadQuestion> {
    const { value: form, errors: faults } = readForm(FiguresForm, query);
    const today = dayOf(this.clock.now());
    const reading = Object.keys(faults).length > 0 ? null : readSpan(form, today);
    const finding = await this.find(form, reach, reading?.span?.lastDay ?? today);
    const errors: FieldErrors = { ...faults, ...reading?.errors, ...agencyFault(form, finding) };
    if (!reading?.span || Object.keys(errors).length > 0) return { form, errors, question: null, finding };
    const by = (form.by || 'agency') as By;
    return {
      form,
      errors,
      question: { span: reading.span, agencyId: finding.chosen?.id ?? null, by },
      finding,
    };
  }

  /** Agencies that match, for suggestions while typing; on that day also those that are no more. */
  async search(question: string, reach: Reach, day: CivilDay): Promise<Readonly<Agency>[]> {
    const on = day < dayOf(this.clock.now()) ? day : dayOf(this.clock.now());
    if (reach === 'all') return this.directory.search(question, HITS, { on });
    const tops = await this.tops(reach);
    const found = await Promise.all(
      tops.map(({ id }) => this.directory.search(question, HITS, { on, under: id })),
    );
    return found.flat().slice(0, HITS);
  }

  /** A typed name that is not the chosen one's asks for another agency; one single hit is chosen. */
  private async find(form: FiguresForm, reach: Reach, day: CivilDay): Promise<AgencyFinding> {
    const chosen = await this.chosen(form.agency, reach);
    const typed = form.agencyQuestion;
    if (typed === '' || typed === chosen?.name || typed === chosen?.shortName)
      return { chosen, results: [], searched: false };
    const results = await this.search(typed, reach, day);
    const [only] = results;
    if (results.length === 1 && only) return { chosen: only, results: [], searched: true };
    return { chosen: form.find === '' ? null : chosen, results, searched: true };
  }

  /** @returns the agency of that code within reach; the top of the reach for no code. */
  private async chosen(code: string, reach: Reach): Promise<Readonly<Agency> | null> {
    if (code === '') return reach === 'all' ? this.directory.root() : ((await this.tops(reach))[0] ?? null);
    const agency = await this.directory.byCode(code);
    return agency && (reach === 'all' || reach.some((top) => agency.path.startsWith(top))) ? agency : null;
  }

  private async tops(reach: readonly string[]): Promise<Readonly<Agency>[]> {
    const all = await this.directory.all();
    return reach.flatMap((path) => all.get(Number(path.split('/').at(-2))) ?? []);
  }
}

function agencyFault(form: FiguresForm, { chosen, results, searched }: AgencyFinding): { agency?: Message } {
  if (searched && form.find !== '' && chosen) return {};
  if (searched && !chosen)
    return { agency: { key: results.length > 0 ? 'figures.error.chooseAgency' : 'figures.error.agency' } };
  return form.agency !== '' && !chosen ? { agency: { key: 'figures.error.agency' } } : {};
}
