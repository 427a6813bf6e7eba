import { Controller, Get, Query } from '@nestjs/common';
import { staffActor, type StaffActor } from '../../accounts/staff-actor.js';
import { CalendarService } from '../../calendar/calendar.service.js';
import { statesSeen } from '../../feedback/policy.js';
import { Translator } from '../../platform/i18n/translator.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff, Visitor, type VisitorContext } from '../../platform/web/context.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { queueTab, tabsFor } from './queue-tab.js';
import { sayIn } from './say.js';
import { QueueForm, type Scope, SCOPES } from './queue.form.js';
import { QueueQuery } from './queue.query.js';
import { countOf, PAGE_SIZE, queuePage, queueRow } from './queue.view.js';

/** The desk: what waits for this person, by promised date. */
@Controller()
@Staff()
export class QueueController {
  constructor(
    private readonly queue: QueueQuery,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    private readonly translator: Translator,
  ) {}

  @Get(paths.officerQueue.route)
  async show(
    @CurrentStaff() signedIn: SignedIn,
    @Visitor() { lang }: VisitorContext,
    @Query() query: unknown,
  ): Promise<Page> {
    const actor = staffActor(signedIn);
    const { value, errors, ok } = readForm(QueueForm, query);
    const tabs = tabsFor(statesSeen(actor));
    const tab = queueTab(value.tab, tabs);
    const scope = isScope(value.scope) ? value.scope : usualScope(actor);
    const today = dayOf(this.clock.now());
    const question = { words: ok ? value.q : '', scope, today };
    const tally = await this.queue.tally(actor, question);
    const total = countOf(tab, tally);
    const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const at = Math.min(ok ? (value.page ?? 1) : 1, last);
    const slice = { offset: (at - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const [rows, calendar] = await Promise.all([
      this.queue.rows(actor, question, tab, slice),
      this.calendar.current(),
    ]);
    const shown = {
      offered: tabs,
      form: formView({ q: value.q, scope }, errors),
      rows: rows.map((row) => queueRow(row, today, calendar)),
    };
    const address = { tab: tab.name, q: question.words, scope };
    return page(
      'officer/queue',
      queuePage(address, tally, at, shown, sayIn(this.translator, lang)),
      ok ? 200 : 422,
    );
  }
}

const isScope = (value: string): value is Scope => (SCOPES as readonly string[]).includes(value);

/** Supervisors look at everything below them; all others at their own agency's work first. */
function usualScope(actor: StaffActor): Scope {
  return actor.roles.includes('SUPERVISOR') ? 'all' : 'own';
}
