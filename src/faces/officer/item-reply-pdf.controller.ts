import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';
import { staffActor } from '../../accounts/staff-actor.js';
import { JournalEntry } from '../../feedback/journal-entry.entity.js';
import { Reply } from '../../feedback/reply.entity.js';
import { type LetterRequest, ReplyLetters } from '../../handling/reply-letters.service.js';
import { replyFile } from '../../handling/reply-file.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { type VisibleItem, VisibleItems } from './visible-item.query.js';

/** A reply as a document, for its officers: the draft, the answer that stands, or an earlier one. */
@Controller()
@Staff()
export class ReplyPdfController {
  constructor(
    private readonly items: VisibleItems,
    private readonly letters: ReplyLetters,
    @InjectRepository(Reply) private readonly replies: Repository<Reply>,
    @InjectRepository(JournalEntry) private readonly entries: Repository<JournalEntry>,
  ) {}

  /** @param version an earlier answer's number; the current reply without it. */
  @Get(paths.officerReplyPdf.route)
  @Header('Cache-Control', 'no-store')
  async show(
    @Param('code') code: string,
    @Query('ban') version: unknown,
    @CurrentStaff() signedIn: SignedIn,
  ): Promise<StreamableFile> {
    const visible = await this.items.byCode(code, staffActor(signedIn));
    const reply = visible && (await this.replyOf(visible, version));
    if (!reply) throw new DomainError('not-found', 'deskItem.reply.none');
    return replyFile(await this.letters.letter(await this.requestOf(visible, reply)));
  }

  private async replyOf({ item, reply }: VisibleItem, version: unknown): Promise<Reply | null> {
    if (version === undefined) return reply;
    if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) return null;
    return this.replies.findOneBy({ id: Number(version), feedbackId: item.id, approvedById: Not(IsNull()) });
  }

  /** An answer belongs to the agency on whose books the item was then. */
  private async requestOf({ item }: VisibleItem, reply: Reply): Promise<LetterRequest> {
    const approval =
      reply.approvedById === null
        ? null
        : await this.entries.findOneBy({ feedbackId: item.id, replyId: reply.id, action: 'approve' });
    return {
      item,
      reply,
      agencyId: approval?.agencyId ?? item.handlingAgencyId,
      answeredAt: approval?.recordedAt ?? null,
    };
  }
}
