import { Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';
import { type StaffActor, staffActor } from '../../accounts/staff-actor.js';
import { ContactLooks } from '../../feedback/contact-looks.service.js';
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

/**
 * A reply as a document, for its officers: the draft, the answer that stands, or an earlier one. It prints an initial of
 * its reader; the copy for the post, with name and address, is a look at contact data.
 */
@Controller()
@Staff()
export class ReplyPdfController {
  constructor(
    private readonly items: VisibleItems,
    private readonly letters: ReplyLetters,
    private readonly looks: ContactLooks,
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
    const { visible, reply } = await this.open(code, version, staffActor(signedIn));
    return replyFile(
      await this.letters.letter({ ...(await this.requestOf(visible, reply)), shows: 'initial' }),
    );
  }

  /** The answer that stands, to be put into an envelope. */
  @Post(paths.officerReplyPdf.route)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async print(@Param('code') code: string, @CurrentStaff() signedIn: SignedIn): Promise<StreamableFile> {
    const actor = staffActor(signedIn);
    const { visible, reply } = await this.open(code, undefined, actor);
    if (reply.approvedById === null) throw new DomainError('not-found', 'deskItem.reply.none');
    await this.looks.look(visible.item.id, actor, 'CONTACT', 'letter');
    return replyFile(
      await this.letters.letter({ ...(await this.requestOf(visible, reply)), shows: 'address' }),
    );
  }

  private async open(
    code: string,
    version: unknown,
    actor: StaffActor,
  ): Promise<{ visible: VisibleItem; reply: Reply }> {
    const visible = await this.items.byCode(code, actor);
    const reply = visible && (await this.replyOf(visible, version));
    if (!reply) throw new DomainError('not-found', 'deskItem.reply.none');
    return { visible, reply };
  }

  private async replyOf({ item, reply }: VisibleItem, version: unknown): Promise<Reply | null> {
    if (version === undefined) return reply;
    if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) return null;
    return this.replies.findOneBy({ id: Number(version), feedbackId: item.id, approvedById: Not(IsNull()) });
  }

  /** An answer belongs to the agency on whose books the item was then. */
  private async requestOf({ item }: VisibleItem, reply: Reply): Promise<Omit<LetterRequest, 'shows'>> {
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
