import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { Attachment } from '../../feedback/attachment.entity.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { whereVisible } from '../../feedback/policy.js';
import { lookAbove } from '../../feedback/supervision.js';
import { Reply } from '../../feedback/reply.entity.js';
import { parseTrackingCode } from '../../platform/kernel/tracking-code.js';

/** An item that a person may see, with the reply under way or standing. */
export interface VisibleItem {
  readonly item: Feedback;
  readonly reply: Reply | null;
  /** Every file of the item, in the order in which they came. */
  readonly files: readonly Attachment[];
}

/** One item for one person; what policy hides does not exist. */
@Injectable()
export class VisibleItems {
  constructor(
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
    @InjectRepository(Reply) private readonly replies: Repository<Reply>,
    @InjectRepository(Attachment) private readonly files: Repository<Attachment>,
  ) {}

  /** @param typed a tracking code, in any spelling. */
  async byCode(typed: string, actor: StaffActor): Promise<VisibleItem | null> {
    const code = parseTrackingCode(typed);
    if (code === null) return null;
    const query = this.items
      .createQueryBuilder('item')
      .innerJoinAndSelect('item.handlingAgency', 'handlingAgency')
      .innerJoinAndSelect('item.intakeAgency', 'intakeAgency')
      .leftJoinAndSelect('item.submitter', 'submitter')
      .leftJoinAndSelect('item.procedure', 'procedure')
      .leftJoinAndSelect('item.field', 'field')
      .leftJoinAndSelect('item.coordinations', 'coordination')
      .leftJoinAndSelect('coordination.agency', 'coordinatingAgency')
      .where('item.code = :code', { code });
    whereVisible(query, 'item', actor);
    const item = await query.getOne();
    if (!item) return null;
    await lookAbove(this.items.manager, item);
    return {
      item,
      reply: item.replyId === null ? null : await this.replies.findOneBy({ id: item.replyId }),
      files: await this.files.find({ where: { feedbackId: item.id }, order: { id: 'ASC' } }),
    };
  }

  /** @returns the tracking code of an item that another was merged into; policy is not asked for a code alone. */
  async codeOf(id: number): Promise<string | null> {
    return (await this.items.findOne({ where: { id }, select: { id: true, code: true } }))?.code ?? null;
  }
}
