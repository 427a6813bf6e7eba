import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import { type ErasedPart, HoldsPersonalData, type PersonalHolder } from '../feedback/personal-holder.js';
import { Mailer } from '../platform/mail/mailer.js';
import { CITIZEN_MAIL, OFFICER_MAIL } from './letter-rows.js';

/** Letters are worded when they leave and kept nowhere, but for installations without a mail server: those keep files. */
@Injectable()
@HoldsPersonalData({ kind: 'letters' })
export class PersonalLetters implements PersonalHolder {
  constructor(private readonly mailer: Mailer) {}

  erase(_: EntityManager, { id }: Feedback): Promise<ErasedPart> {
    const afterwards = async (): Promise<void> => {
      for (const topic of [CITIZEN_MAIL, OFFICER_MAIL]) await this.mailer.forget(`${topic}:${id}:`);
    };
    return Promise.resolve({ count: 0, afterwards });
  }
}
