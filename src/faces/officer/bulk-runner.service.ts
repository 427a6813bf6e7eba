import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { FeedbackService } from '../../feedback/feedback.service.js';
import type { TransitionInput, TransitionTarget } from '../../feedback/transition-input.js';
import { DomainError, type Message } from '../../platform/kernel/errors.js';
import type { BulkAction } from './bulk.form.js';
import { ChosenItems } from './chosen-items.query.js';

/** How it went with one item. What the person may not see has no code and no title, whatever was sent. */
export interface BulkResult {
  readonly code: string | null;
  readonly title: string | null;
  readonly done: boolean;
  readonly words: Message;
}

/** One step for many items: each is a unit of work of its own, with the version that the person saw. */
@Injectable()
export class BulkRunner {
  constructor(
    private readonly items: ChosenItems,
    private readonly feedback: FeedbackService,
  ) {}

  /** @returns one result an item, in the order in which they were chosen. Sent twice, the second finds nothing to do. */
  async run(
    targets: readonly TransitionTarget[],
    action: BulkAction,
    input: TransitionInput,
    actor: StaffActor,
  ): Promise<BulkResult[]> {
    const seen = await this.items.byId(
      targets.map(({ id }) => id),
      actor,
    );
    const results: BulkResult[] = [];
    for (const target of targets) {
      const refusal = await this.step(target, action, input, actor);
      results.push(resultOf(seen.get(target.id), action, refusal));
    }
    return results;
  }

  /** @returns why not; null where it was done. @throws what is no refusal but a fault of the house. */
  private async step(
    target: TransitionTarget,
    action: BulkAction,
    input: TransitionInput,
    actor: StaffActor,
  ): Promise<Message | null> {
    try {
      await this.feedback.transition(target, action, input, actor);
      return null;
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      const [first] = Object.values(error.fields);
      return first ?? { key: error.key, params: error.params };
    }
  }
}

function resultOf(item: Feedback | undefined, action: BulkAction, refusal: Message | null): BulkResult {
  return {
    code: item?.code ?? null,
    title: item?.title ?? null,
    done: refusal === null,
    words: refusal ?? { key: `lifecycle.done.${action}` },
  };
}
