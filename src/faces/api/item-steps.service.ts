import { Injectable } from '@nestjs/common';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import type { Staged } from '../../intake/staged-uploads.service.js';
import { StagedUploads } from '../../intake/staged-uploads.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { CitizenSteps, type OpenedItem as Seen } from '../../tracking/citizen-steps.service.js';
import type { OpenedItem } from './item-access.service.js';
import { readMembers } from './read-members.js';
import type { SentBody } from './sent-body.js';
import type { StepBody } from './step.members.js';

/** Steps of the citizen, or of the partner in the citizen's place, on an item that was opened. */
@Injectable()
export class ItemSteps {
  constructor(
    readonly steps: CitizenSteps,
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

  /** Step and files are stored together or not at all. @throws what the step throws; DomainError invalid beside `files` */
  async withFiles(
    step: 'supplement' | 'reopen',
    seen: Seen,
    content: string,
    files: readonly Staged[],
  ): Promise<void> {
    const tokens = files.map(({ token }) => token);
    await this.unitOfWork.run(async (tx) => {
      await this.steps[step](seen, content, await this.staged.claim(tx, tokens, CITIZEN_FILES));
    });
  }
}
