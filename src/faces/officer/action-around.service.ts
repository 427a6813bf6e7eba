import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { CalendarService } from '../../calendar/calendar.service.js';
import { extendDeadline } from '../../calendar/promise.js';
import { outcomesOf } from '../../feedback/classification.js';
import { ContactLooks } from '../../feedback/contact-looks.service.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { TERMS } from '../../feedback/terms.js';
import type { Action } from '../../feedback/transition.js';
import { type Present, PresenceBoard } from '../../handling/presence-board.service.js';
import { fillTemplate, namesSubmitter } from '../../handling/reply-placeholders.js';
import type { ReplyTemplate } from '../../handling/reply-template.entity.js';
import { ReplyTemplates } from '../../handling/reply-templates.service.js';
import { type CivilDay, dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { ActionForm } from './action.form.js';

/** What a step's form offers and tells beside its fields. */
export interface ActionAround {
  readonly others: readonly Present[];
  readonly templates: readonly ReplyTemplate[];
  /** The day that an extension decided today would promise; null for other steps. */
  readonly extendedTo: CivilDay | null;
}

@Injectable()
export class ActionSurroundings {
  constructor(
    private readonly presence: PresenceBoard,
    private readonly templates: ReplyTemplates,
    private readonly looks: ContactLooks,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /**
   * Also writes down that this person has the form open.
   * @param action null where the step cannot be taken: then the person only reads.
   */
  async of(item: Feedback, action: Action | null, { staffId }: StaffActor): Promise<ActionAround> {
    await this.presence.seen(item.id, staffId, action ?? '');
    return {
      others: await this.presence.others(item.id, staffId),
      templates: action === 'draft' ? await this.usable(item) : [],
      extendedTo: action === 'extend' ? await this.extended(item) : null,
    };
  }

  /** @returns the form with the chosen template's words after those that are there already. */
  async withTemplate(form: ActionForm, item: Feedback, actor: StaffActor): Promise<ActionForm> {
    const template = (await this.usable(item)).find(({ id }) => id === form.template);
    if (!template) return form;
    const words = fillTemplate(template.body, {
      submitter: { type: item.submitter.type, name: await this.nameFor(template.body, item, actor) },
      title: item.title,
      code: item.code,
      registerNumber: item.registerNumber,
      received: dayOf(item.submittedAt),
      due: item.deadline.due,
      procedure: item.procedure?.name ?? null,
      agency: item.handlingAgency.name,
      today: dayOf(this.clock.now()),
    });
    const body = form.body === '' ? words : `${form.body}\n\n${words}`;
    const outcome = form.outcome || (template.outcome ?? '');
    return Object.assign(new ActionForm(), form, { body, outcome });
  }

  /** A template that names the submitter shows who that is: a look, for those who may; a gap for the others. */
  private async nameFor(body: string, item: Feedback, actor: StaffActor): Promise<string> {
    if (!namesSubmitter(body) || !(await this.looks.may(actor, item))) return '';
    return (await this.looks.look(item.id, actor, 'HANDLE', 'template')).name;
  }

  private async extended({ deadline }: Feedback): Promise<CivilDay> {
    const today = dayOf(this.clock.now());
    return extendDeadline(await this.calendar.current(), deadline, TERMS.extension, today).due;
  }

  /** Templates of the agency and of those above, whose outcome this item can have. */
  private async usable({ handlingAgency, subject }: Feedback): Promise<ReplyTemplate[]> {
    const outcomes: readonly string[] = outcomesOf(subject);
    const templates = await this.templates.usableAt(handlingAgency);
    return templates.filter(({ outcome }) => outcome === null || outcomes.includes(outcome));
  }
}
