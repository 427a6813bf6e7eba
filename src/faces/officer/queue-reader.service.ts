import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import type { Channel, Urgency } from '../../feedback/classification.js';
import type { State } from '../../feedback/state.js';
import { Absences } from '../../handling/absences.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { Message } from '../../platform/kernel/errors.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import { PublicationDays } from '../../publication/publication-days.service.js';
import { lateIfAnsweredBefore } from '../../publication/publication-term.js';
import { type DeskContext, ownAgencies } from './queue-condition.js';
import type { QueueFilters } from './queue-filters.js';
import { type Sort } from './queue-order.js';
import { QueueForm, type Scope } from './queue.form.js';
import type { QueueQuestion } from './queue.query.js';
import { isByAnswer, queueTab, type QueueTab, tabsFor } from './queue-tab.js';

/** An address of the queue, read: the question in it, and what was wrong. Filters at fault do not narrow. */
export interface ReadQueue {
  readonly form: QueueForm;
  readonly errors: FieldErrors;
  readonly question: QueueQuestion;
  readonly offered: readonly QueueTab[];
}

/** Reads addresses of the queue, typed or kept. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly agencies: AgencyChoice,
    private readonly procedures: ProcedureSearch,
    private readonly absences: Absences,
    private readonly publication: PublicationDays,
    private readonly clock: Clock,
  ) {}

  /** Whose desk it is, today: the own items are also those of whom this person stands in for. */
  async desk(actor: StaffActor): Promise<DeskContext> {
    const today = dayOf(this.clock.now());
    const away = await this.absences.substitutedBy(actor.staffId, today);
    const mine = [...new Set([actor.staffId, ...away.map(({ staffId }) => staffId)])];
    const publicationLateBefore = lateIfAnsweredBefore(await this.publication.clock(), today);
    return { actor, today, mine, own: ownAgencies(actor), publicationLateBefore };
  }

  /** @param query of an address, of any shape. */
  async read(query: unknown, actor: StaffActor): Promise<ReadQueue> {
    const { value: form, errors: typed } = readForm(QueueForm, query);
    const errors: Record<string, Message> = { ...typed };
    const good = <K extends keyof QueueForm>(name: K): QueueForm[K] | null =>
      name in errors || form[name] === '' ? null : form[name];
    const agency = await this.agencies.choose(good('agency') ?? '');
    if (good('agency') && !agency) errors.agency = { key: 'desk.filter.noAgency' };
    const code = good('procedure');
    const procedure = code ? await this.procedures.byCode(code) : null;
    if (code && !procedure) errors.procedure = { key: 'desk.filter.noProcedure' };
    const filters: QueueFilters = {
      words: good('q') ?? '',
      state: good('state') as State | null,
      agencyPath: agency?.path ?? null,
      fieldId: good('field'),
      procedureId: procedure?.id ?? null,
      channel: good('channel') as Channel | null,
      urgency: good('urgency') as Urgency | null,
      assignee: assigneeOf(good('assignee')),
      receivedFrom: good('receivedFrom'),
      receivedTo: good('receivedTo'),
      dueFrom: good('dueFrom'),
      dueTo: good('dueTo'),
    };
    const offered = tabsFor(actor.roles);
    const tab = tabOf(good('tab'), filters, offered);
    const scope = good('scope') || usualScope(actor);
    const question = { tab, scope, filters, sort: sortOf(good('sort') as Sort | null, tab) };
    return { form, errors, question, offered };
  }
}

/** Who types words without having chosen a list looks everywhere. */
function tabOf(name: string | null, filters: QueueFilters, offered: readonly QueueTab[]): QueueTab {
  if (name === null && filters.words !== '') return queueTab('all', offered);
  return queueTab(name ?? '', offered);
}

/** What was never answered has no place in an order by answers. */
function sortOf(sort: Sort | null, tab: QueueTab): Sort {
  const byAnswer = sort === 'answered' || sort === '-answered';
  return sort === null || (byAnswer && !isByAnswer(tab)) ? tab.order : sort;
}

function assigneeOf(text: string | null): QueueFilters['assignee'] {
  if (text === null || text === 'none' || text === 'me') return text;
  return Number(text);
}

/** Supervisors look at everything below them; all others at their own agency's work first. */
function usualScope(actor: StaffActor): Scope {
  return actor.roles.includes('SUPERVISOR') ? 'all' : 'own';
}
