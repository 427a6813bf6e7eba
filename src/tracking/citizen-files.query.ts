import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { Attachment, type AttachmentPurpose } from '../feedback/attachment.entity.js';

/** What a citizen has sent oneself. Scans of paper and internal files stay with the office. */
const OWN: readonly AttachmentPurpose[] = ['SUBMISSION', 'SUPPLEMENT', 'REOPEN'];

/** The files that the holder of code and PIN may know of: the own ones, and those of approved answers. */
@Injectable()
export class CitizenFiles {
  constructor(@InjectRepository(Attachment) private readonly files: Repository<Attachment>) {}

  /**
   * @param replyIds approved answers that the citizen reads; those of the master where the item was merged
   * @returns in the order in which they came, infected and waiting ones among them
   */
  visible(feedbackId: number, replyIds: readonly number[]): Promise<Attachment[]> {
    return this.files.find({
      where: [
        { feedbackId, purpose: In(OWN) },
        { purpose: 'REPLY', replyId: In(replyIds) },
      ],
      order: { id: 'ASC' },
    });
  }
}
