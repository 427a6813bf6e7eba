import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { FileStore } from '../platform/storage/file-store.js';
import { fold } from '../platform/kernel/fold.js';
import { Attachment } from './attachment.entity.js';
import { ERASED_WORDS } from './erasure-words.js';
import { Feedback } from './feedback.entity.js';
import { FeedbackText } from './feedback-text.entity.js';
import { type ErasedPart, HoldsPersonalData, type PersonalHolder } from './personal-holder.js';
import { Reply } from './reply.entity.js';
import { Submitter } from './submitter.entity.js';

/** Who wrote. The kind of submitter stays: figures count it, and it names nobody. */
@Injectable()
@HoldsPersonalData({ kind: 'contact' })
export class PersonalContact implements PersonalHolder {
  async erase(tx: EntityManager, { id: feedbackId }: Feedback): Promise<ErasedPart> {
    const nothing = { name: '', address: '', phone: '', email: null };
    return { count: (await tx.update(Submitter, { feedbackId }, nothing)).affected ?? 0 };
  }
}

/** What was said: title, content, place, the officer named, and what a rule found in it. */
@Injectable()
@HoldsPersonalData({ kind: 'words' })
export class PersonalWords implements PersonalHolder {
  async erase(tx: EntityManager, { id, code, proposal }: Feedback): Promise<ErasedPart> {
    const emptied = {
      title: ERASED_WORDS,
      content: ERASED_WORDS,
      folded: fold(code),
      place: null,
      concernedName: null,
      submissionDigest: null,
      proposal: proposal && { ...proposal, reasons: [] },
    };
    return { count: (await tx.update(Feedback, { id }, emptied)).affected ?? 0 };
  }
}

/** Free texts that journal entries refer to: questions, reasons, supplements. The entries stay as they are. */
@Injectable()
@HoldsPersonalData({ kind: 'texts' })
export class PersonalTexts implements PersonalHolder {
  async erase(tx: EntityManager, { id: feedbackId }: Feedback): Promise<ErasedPart> {
    const written = { feedbackId, body: Not('') };
    return { count: (await tx.update(FeedbackText, written, { body: '' })).affected ?? 0 };
  }
}

/** The words of every answer. Number, day and signatory are the authority's own, and stay. */
@Injectable()
@HoldsPersonalData({ kind: 'replies' })
export class PersonalReplies implements PersonalHolder {
  async erase(tx: EntityManager, { id: feedbackId }: Feedback): Promise<ErasedPart> {
    return { count: (await tx.update(Reply, { feedbackId }, { body: ERASED_WORDS })).affected ?? 0 };
  }
}

/** Files with their names. Bytes go once the records are gone; should that miss, the sweep of orphans finds them. */
@Injectable()
@HoldsPersonalData({ kind: 'files' })
export class PersonalFiles implements PersonalHolder {
  constructor(private readonly store: FileStore) {}

  async erase(tx: EntityManager, { id: feedbackId }: Feedback): Promise<ErasedPart> {
    const files = await tx.findBy(Attachment, { feedbackId });
    await tx.delete(Attachment, { feedbackId });
    const afterwards = async (): Promise<void> => {
      for (const { storedName } of files) await this.store.remove(storedName);
    };
    return { count: files.length, afterwards };
  }
}
