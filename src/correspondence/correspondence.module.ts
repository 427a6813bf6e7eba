import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { CitizenCases } from './citizen-case.query.js';
import { CitizenMail } from './citizen.mail.js';
import { Correspond } from './correspond.js';
import { DigestFacts } from './digest-facts.service.js';
import { DigestMail } from './digest.mail.js';
import { DigestQuery } from './digest.query.js';
import { DigestChain, DigestMorning } from './digest.timer.js';
import { DueSoon, DueSoonPlan } from './due-soon.timer.js';
import { LetterCarrier } from './letter-carrier.js';
import { LetterPress } from './letter-press.js';
import { LetterRows } from './letter-rows.js';
import { LetterTexts } from './letter-texts.service.js';
import { MailTemplate } from './mail-template.entity.js';
import { OfficerCases } from './officer-case.query.js';
import { OfficerFacts } from './officer-facts.query.js';
import { OfficerLetters } from './officer-letters.js';
import { OfficerMail } from './officer.mail.js';
import { Recipients } from './recipients.query.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

const writing = [LetterTexts, LetterPress, LetterCarrier, LetterRows, UnsubscribeLinks];
const toCitizens = [CitizenCases, CitizenMail];
const toOfficers = [Recipients, OfficerLetters, OfficerFacts, OfficerCases, OfficerMail];
const timed = [DueSoonPlan, DueSoon, DigestChain, DigestMorning, DigestQuery, DigestFacts, DigestMail];

/** Who is told what, when: rows of the outbox, written with the step they tell of and worded when they leave. */
@Module({
  imports: [AccountsModule, CalendarModule, FeedbackModule, TypeOrmModule.forFeature([MailTemplate])],
  providers: [Correspond, ...writing, ...toCitizens, ...toOfficers, ...timed],
  exports: [LetterTexts, LetterPress, UnsubscribeLinks],
})
export class CorrespondenceModule {}
