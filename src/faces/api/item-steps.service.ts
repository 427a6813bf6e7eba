import { Injectable } from '@nestjs/common';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { type Staged, StagedUploads } from '../../intake/staged-uploads.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { CitizenSteps } from '../../tracking/citizen-steps.service.js';
import type { OpenedItem } from './item-access.service.js';
import { readMembers } from './read-members.js';
import type { SentBody } from './sent-body.js';
import type { StepBody } from './step.members.js';

type Taking = (steps: CitizenSteps, files: Parameters<CitizenSteps['supplement']>[2]) => Promise<unknown>;

/** Steps of the citizen, or of the partner in the citizen's place, on an item that was opened. */
@Injectable()
export class ItemSteps {
  constructor(
    private readonly steps: CitizenSteps,
    private readonly items: CitizenItemQuery,
    private readonly staged: StagedUploads,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the step's form without faults, with the version that its sender has seen. @throws as `readMembers` */
  async read<T extends { version: number }>(
    { Form, members }: StepBody<T>,
    { code }: OpenedItem,
    { body, isForm }: SentBody,
  ): Promise<T> {
    const found = await this.items.byCode(code);
    if (!found) throw new DomainError('not-found', 'errors.notFound');
    return readMembers(Form, members, body, { isForm, given: { code, version: found.item.version } });
  }

  /**
   * Takes a step; step and files are stored together or not at all.
   * @throws what the step throws, but conflict where it is not open: who has opened the item may take all of them,
   *   and comes too early or too late; DomainError invalid beside `files`
   */
  async take(step: Taking, files: readonly Staged[] = []): Promise<void> {
    const tokens = files.map(({ token }) => token);
    try {
      await this.unitOfWork.run(async (tx) => {
        await step(this.steps, await this.staged.claim(tx, tokens, CITIZEN_FILES));
      });
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'forbidden')
        throw new DomainError('conflict', error.key, error.params);
      throw error;
    }
  }
}
