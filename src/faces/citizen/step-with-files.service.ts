import { Injectable } from '@nestjs/common';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { StagedUploads } from '../../intake/staged-uploads.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CitizenSteps, type OpenedItem } from '../../tracking/citizen-steps.service.js';

/** The citizen's steps that bring files: step and files are stored together or not at all. */
@Injectable()
export class StepWithFiles {
  constructor(
    private readonly steps: CitizenSteps,
    private readonly staged: StagedUploads,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws what the step throws, and DomainError invalid beside `files`. */
  async take(
    step: 'supplement' | 'reopen',
    opened: OpenedItem,
    content: string,
    tokens: readonly string[],
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const files = await this.staged.claim(tx, tokens, CITIZEN_FILES);
      await this.steps[step](opened, content, files);
    });
  }
}
