import { Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { FormFiles } from '../../intake/form-files.js';
import { Public } from '../../platform/web/access.js';
import { TakesFiles } from '../../platform/web/takes-files.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { API } from './api-addresses.js';
import { ApiQuotaGuard } from './api-quota.guard.js';
import { SUBMIT } from './feedback.operations.js';
import { Operation } from './operation.js';
import { partnerActor } from './partner-actor.js';
import { Receipts } from './receipt.service.js';
import { sentKey } from './repeat-key.js';
import { Sent, type SentBody, stagedOf } from './sent-body.js';
import { SubmissionDoor } from './submission-door.service.js';
import { readSubmission } from './submission.members.js';

/** Where programs submit: for anybody, and for the people of a partner. */
@Public()
@Controller()
@UseGuards(ApiQuotaGuard)
export class FeedbackController {
  constructor(
    private readonly files: FormFiles,
    private readonly door: SubmissionDoor,
    private readonly receipts: Receipts,
  ) {}

  @Post(API.feedback.route)
  @TakesFiles(CITIZEN_FILES)
  @Operation(SUBMIT)
  async submit(
    @Sent() sent: SentBody,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { partner, lang } = request;
    const isPartner = partnerActor(partner, 'submit') !== null;
    const key = sentKey(request.get('Idempotency-Key'));
    const submission = readSubmission(sent.body, { isForm: sent.isForm, isPartner });
    const files = await stagedOf(this.files, sent);
    const { code, isRepeat } = await this.door.take(submission, files, { partner, key });
    response
      .status(isRepeat ? 200 : 201)
      .set('Cache-Control', 'no-store')
      .location(API.item.to({ code }));
    return this.receipts.of(code, lang);
  }
}
