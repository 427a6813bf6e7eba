import type { INestApplicationContext } from '@nestjs/common';
import type { StaffActor } from '../../../accounts/staff-actor.js';
import type { Actor } from '../../../feedback/actor.js';
import { FeedbackService } from '../../../feedback/feedback.service.js';
import type { Action } from '../../../feedback/transition.js';
import type { NewFeedback } from '../../../feedback/new-feedback.js';
import { SubmissionService } from '../../../feedback/submission.service.js';
import type { TransitionInput, TransitionTarget } from '../../../feedback/transition-input.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SettableClock } from '../../../platform/kernel/clock.js';
import { PublicationService } from '../../../publication/publication.service.js';
import type { RedactedWords } from '../../../publication/redacted-words.js';
import { ProposeRouting } from '../../../routing/propose-routing.service.js';

/** One thing that happened at an instant; it knows its item only when it is played. */
export interface Happening {
  readonly at: number;
  play(player: Player): Promise<unknown>;
}

const CHUNK = 250;

/** Plays happenings in the order of time through the product's own services, with the clock set to each instant. */
export class Player {
  private readonly versions = new Map<number, number>();
  private readonly feedback: FeedbackService;
  private readonly submissions: SubmissionService;
  private readonly publications: PublicationService;
  private readonly unitOfWork: UnitOfWork;
  private readonly routing: ProposeRouting;

  constructor(
    rooms: INestApplicationContext,
    private readonly clock: SettableClock,
  ) {
    this.feedback = rooms.get(FeedbackService);
    this.submissions = rooms.get(SubmissionService);
    this.publications = rooms.get(PublicationService);
    this.unitOfWork = rooms.get(UnitOfWork);
    this.routing = rooms.get(ProposeRouting);
  }

  /** Many happenings share a unit of work: a throw-away database need not sync after each. */
  async play(happenings: readonly Happening[]): Promise<void> {
    const inOrder = [...happenings].sort((a, b) => a.at - b.at);
    for (let start = 0; start < inOrder.length; start += CHUNK) {
      await this.unitOfWork.run(async () => {
        for (const happening of inOrder.slice(start, start + CHUNK)) {
          this.clock.set(happening.at);
          await happening.play(this);
        }
      });
    }
  }

  async submit(input: NewFeedback): Promise<number> {
    const { id, version } = await this.submissions.submit(input, { kind: 'anonymous' });
    this.versions.set(id, version);
    return id;
  }

  /** As the form does it: with what the authority's rules propose. */
  async submitProposed(input: NewFeedback): Promise<number> {
    const { proposal } = await this.routing.propose({
      ...{ procedureId: input.procedureId, fieldId: input.fieldId, subject: input.subject },
      ...{ place: input.place ?? '', text: `${input.title}\n${input.content}` },
      ...{ aboutHead: input.aboutHead ?? false, chosenAgencyId: input.intakeAgencyId },
    });
    return this.submit({ ...input, proposal });
  }

  async step(id: number, action: Action, actor: Actor, input: TransitionInput = {}): Promise<void> {
    const { version } = await this.feedback.transition(this.target(id), action, input, actor);
    this.versions.set(id, version);
  }

  async propose(id: number, words: RedactedWords, actor: StaffActor): Promise<void> {
    this.versions.set(id, (await this.publications.propose(this.target(id), words, actor)).version);
  }

  async publish(id: number, actor: StaffActor): Promise<void> {
    this.versions.set(id, (await this.publications.publish(this.target(id), actor)).version);
  }

  private target(id: number): TransitionTarget {
    return { id, expectedVersion: this.versions.get(id) ?? 0 };
  }
}
