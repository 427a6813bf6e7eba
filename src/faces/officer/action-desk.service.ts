import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { refusalOf } from '../../feedback/conditions.js';
import type { Action, Transition } from '../../feedback/transition.js';
import { allowedTransitions } from '../../feedback/policy.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError, type Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { DraftPlace } from '../../handling/kept-drafts.service.js';
import { ActionDrafts, isAction } from './action-drafts.service.js';
import { fieldsOf } from './action-fields.js';
import { besideFields, missingOf } from './action-input.js';
import { ActionPages, type ActionRequest } from './action-pages.service.js';
import { doneLabel } from './action-buttons.view.js';
import type { SentAction } from './action-reader.service.js';
import type { Proposed } from './action-prefill.js';
import { ActionRunner } from './action-runner.service.js';
import type { ActionPage } from './action.view.js';
import { type ListBehind, listBehind } from './item-way.js';
import type { Say } from './say.js';
import { type VisibleItem, VisibleItems } from './visible-item.query.js';

export interface StepAddress {
  readonly code: string;
  readonly action: string;
  /** `tu` of the address, as typed. */
  readonly from?: unknown;
  /** What a proposal fills into the form, as the address has it. */
  readonly proposed?: Proposed;
}

/** How a step at the desk ended. `gone`: for this person there is no such item or step (any more). */
export type Outcome =
  | { readonly kind: 'page'; readonly page: ActionPage; readonly status: number }
  | {
      readonly kind: 'done';
      readonly code: string;
      readonly visible: boolean;
      readonly done: string;
      readonly behind: ListBehind;
    }
  | { readonly kind: 'gone' };

/** What stands before a step: whether it is this person's, and whether something is in its way. */
interface Standing {
  readonly row: Transition | null;
  readonly closed: Message | null;
}

/** One step at the desk, from the open form to its end. Nothing that was typed is lost on any way through here. */
@Injectable()
export class ActionDesk {
  constructor(
    private readonly items: VisibleItems,
    private readonly pages: ActionPages,
    private readonly runner: ActionRunner,
    private readonly drafts: ActionDrafts,
    private readonly clock: Clock,
  ) {}

  async open({ code, action, from, proposed }: StepAddress, actor: StaffActor, say: Say): Promise<Outcome> {
    const visible = await this.items.byCode(code, actor);
    if (!visible || !isAction(action)) return { kind: 'gone' };
    const standing = this.standing(visible, action, actor);
    const status = standing.closed ? (standing.row ? 409 : 403) : 200;
    const draft = await this.drafts.find(draftPlace(visible, action, actor));
    const behind = listBehind(from);
    const request = { visible, actor, action, behind, ...standing, form: null, draft, proposed };
    return this.page(request, status, say);
  }

  async take(address: StepAddress, sent: SentAction, actor: StaffActor, say: Say): Promise<Outcome> {
    const visible = await this.items.byCode(address.code, actor);
    const { action } = address;
    if (!visible || !isAction(action)) return { kind: 'gone' };
    const { form, files } = sent;
    if (form.keep === 'drop') return this.dropped(visible, action, address, actor, say);
    const { row, closed } = this.standing(visible, action, actor);
    const behind = listBehind(address.from);
    const request = { visible, actor, action, behind, row, closed, form, upload: files.view };
    const seen = Number(form.expectedVersion);
    if (seen !== visible.item.version) return this.conflict(request, seen, say);
    if (!row || closed) return this.again(request, row ? 409 : 403, say);
    if (form.keep === 'save' || form.find !== '' || form.insert !== '') return this.again(request, 200, say);
    if (files.isPressed && Object.keys(files.errors).length === 0) return this.again(request, 200, say);
    const errors = { ...(files.isPressed ? {} : faultsOf(row, sent, visible)), ...files.errors };
    if (Object.keys(errors).length > 0) return this.again({ ...request, errors }, 422, say);
    return this.run(row, sent, request, say);
  }

  private async run(row: Transition, sent: SentAction, request: ActionRequest, say: Say): Promise<Outcome> {
    const { actor, behind } = request;
    const { item } = request.visible;
    try {
      await this.runner.run(row, sent, item, actor);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'invalid') {
        const errors = besideFields(error.fields, sent.form);
        return this.again({ ...request, errors }, 422, say);
      }
      if (!['conflict', 'forbidden', 'not-found'].includes(error.kind)) throw error;
      return this.faster(request, say);
    }
    const visible = (await this.items.byCode(item.code, actor)) !== null;
    return { kind: 'done', code: item.code, visible, done: doneLabel(row.action, item), behind };
  }

  /** The draft is forgotten: the form begins anew. */
  private async dropped(
    visible: VisibleItem,
    action: Action,
    address: StepAddress,
    actor: StaffActor,
    say: Say,
  ): Promise<Outcome> {
    await this.drafts.drop(draftPlace(visible, action, actor));
    return this.open(address, actor, say);
  }

  /** Somebody was faster between our look and our step: look again. */
  private async faster(request: ActionRequest, say: Say): Promise<Outcome> {
    const visible = await this.items.byCode(request.visible.item.code, request.actor);
    if (!visible) return { kind: 'gone' };
    const standing = this.standing(visible, request.action, request.actor);
    return this.conflict({ ...request, visible, ...standing }, request.visible.item.version, say);
  }

  /** The same form with the fresh version, what was typed, and who did what since. */
  private conflict(request: ActionRequest, seen: number, say: Say): Promise<Outcome> {
    const { version } = request.visible.item;
    const known = Number.isInteger(seen) && seen > 0 && seen < version;
    return this.again({ ...request, seen: known ? seen : version - 1 }, 409, say);
  }

  /** The form comes back; what was typed is kept besides, for another day or another device. */
  private async again(request: ActionRequest, status: number, say: Say): Promise<Outcome> {
    const { visible, action, actor, form } = request;
    const keptAt = form && (await this.drafts.keepIfPossible(draftPlace(visible, action, actor), form));
    return this.page({ ...request, keptAt }, status, say);
  }

  private async page(request: ActionRequest, status: number, say: Say): Promise<Outcome> {
    return { kind: 'page', page: await this.pages.draw(request, say), status };
  }

  private standing({ item, reply }: VisibleItem, action: Action, actor: StaffActor): Standing {
    const row = allowedTransitions(actor, item).find((candidate) => candidate.action === action) ?? null;
    if (!row) return { row, closed: { key: 'lifecycle.notAllowed' } };
    const today = dayOf(this.clock.now());
    return { row, closed: refusalOf(row, { item, actor, today, drafterId: reply?.drafterId ?? null }) };
  }
}

const draftPlace = ({ item }: VisibleItem, form: Action, { staffId }: StaffActor): DraftPlace => ({
  staffId,
  feedbackId: item.id,
  form,
});

/** Wrong shapes first, what is missing beside them; fields that the step does not draw are nobody's fault. */
function faultsOf(row: Transition, sent: SentAction, { item }: VisibleItem): FieldErrors {
  const drawn: readonly string[] = fieldsOf(row);
  const shapes = Object.fromEntries(Object.entries(sent.errors).filter(([name]) => drawn.includes(name)));
  return { ...missingOf(row, sent, item), ...shapes };
}
