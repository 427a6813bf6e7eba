import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { refusalOf } from '../../feedback/conditions.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { allowedTransitions } from '../../feedback/policy.js';
import type { TransitionInput } from '../../feedback/transition-input.js';
import { AgencyChoice, type AgencyFinding } from '../../directory/agency-choice.service.js';
import { type Colleague, Colleagues } from '../../handling/colleagues.query.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { adviceOn, type Advice } from './assignee-options.view.js';
import type { BulkAction, BulkForm } from './bulk.form.js';
import { readKey } from './bulk.form.js';
import { ChosenItems } from './chosen-items.query.js';

/** One of the chosen items, and why the step is not for it; `why` is null where it can be taken. */
export interface Chosen {
  readonly key: string;
  readonly item: Feedback | null;
  readonly why: Message | null;
}

/** What the page of a step for many items needs. */
export interface BulkStanding {
  readonly chosen: readonly Chosen[];
  readonly people: readonly Colleague[];
  readonly agency: AgencyFinding | null;
}

/** What the step asks for, or what is wrong with what was typed. */
export interface BulkInput {
  readonly input: TransitionInput;
  readonly errors: FieldErrors;
  readonly advice: Advice | null;
}

/** Looks at many items before a step: which of them it is for, and what it asks for. */
@Injectable()
export class BulkDesk {
  constructor(
    private readonly items: ChosenItems,
    private readonly colleagues: Colleagues,
    private readonly agencies: AgencyChoice,
    private readonly clock: Clock,
  ) {}

  async standing(form: BulkForm, actor: StaffActor): Promise<BulkStanding> {
    const today = dayOf(this.clock.now());
    const keys = form.item.map((key) => ({ key, ...readKey(key) }));
    const seen = await this.items.byId(
      keys.map(({ id }) => id),
      actor,
    );
    const chosen = keys.map(({ key, id, expectedVersion }) => {
      const item = seen.get(id) ?? null;
      return { key, item, why: whyNot(item, expectedVersion, form.do, { actor, today }) };
    });
    const places = chosen.flatMap(({ item, why }) => (item && !why ? [item.handlingAgency.path] : []));
    const concerned = new Set([...seen.values()].map(({ concernsStaffId }) => concernsStaffId));
    const people = form.do === 'assign' ? await this.colleagues.at(places, today, actor.staffId) : [];
    const answer = { code: form.agency, question: form.agencyQuestion, asked: form.find === 'agency' };
    return {
      chosen,
      people: people.filter(({ id }) => !concerned.has(id)),
      agency: form.do === 'forward' ? await this.agencies.finding(answer) : null,
    };
  }

  /** The fields that the step needs, all of those at fault by name. */
  async input(form: BulkForm, { people }: BulkStanding): Promise<BulkInput> {
    const fine = (input: TransitionInput): BulkInput => ({ input, errors: {}, advice: null });
    const wrong = (name: string, key: string): BulkInput => ({
      input: {},
      errors: { [name]: { key } },
      advice: null,
    });
    const reason = form.reason === '' ? {} : { reason: form.reason };
    switch (form.do) {
      case 'assign': {
        if (form.assignee === null) return wrong('assignee', 'lifecycle.need.assigneeId');
        const advice = adviceOn(people, form.assignee, form.insist);
        return { ...fine({ assigneeId: form.assignee, ...reason }), advice };
      }
      case 'forward': {
        const agency = await this.agencies.choose(form.agency);
        return agency ? fine({ agencyId: agency.id }) : wrong('agency', 'lifecycle.need.agencyId');
      }
      case 'remind':
        return form.reason === '' ? wrong('reason', 'lifecycle.need.reason') : fine(reason);
      default:
        return fine({});
    }
  }
}

function whyNot(
  item: Feedback | null,
  expectedVersion: number,
  action: BulkAction,
  { actor, today }: { actor: StaffActor; today: string },
): Message | null {
  if (!item) return { key: 'errors.notFound' };
  if (item.version !== expectedVersion) return { key: 'errors.staleVersion' };
  const row = allowedTransitions(actor, item).find((one) => one.action === action);
  return row ? refusalOf(row, { item, actor, today, drafterId: null }) : { key: 'lifecycle.notAllowed' };
}
