import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { Settings } from '../platform/config/settings.js';
import { AccountLetters } from './account-letters.query.js';
import { AccountMail } from './account.mail.js';
import { CitizenCases } from './citizen-case.query.js';
import { CitizenMail } from './citizen.mail.js';
import { Correspond } from './correspond.js';
import { HostResolver, SystemResolver } from './host-resolver.js';
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
import { NumberChanges } from './number-changes.js';
import { OfficerCases } from './officer-case.query.js';
import { OfficerFacts } from './officer-facts.query.js';
import { OfficerLetters } from './officer-letters.js';
import { OfficerMail } from './officer.mail.js';
import { PersonalLetters } from './personal-letters.js';
import { PartnerChanges } from './partner-changes.query.js';
import { Recipients } from './recipients.query.js';
import { SweepDeliveries } from './sweep-deliveries.timer.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';
import { WebhookClient, WebhookReach } from './webhook-client.js';
import { WebhookDeliveries } from './webhook-deliveries.service.js';
import { WebhookMessages } from './webhook-messages.js';
import { WebhookRows } from './webhook-rows.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookSender } from './webhook.sender.js';
import { Webhooks } from './webhooks.service.js';

const writing = [LetterTexts, LetterPress, LetterCarrier, LetterRows, UnsubscribeLinks];
const toAccounts = [AccountLetters, AccountMail];
const toCitizens = [CitizenCases, CitizenMail, PersonalLetters];
const toOfficers = [Recipients, OfficerLetters, OfficerFacts, OfficerCases, OfficerMail];
const timed = [DueSoonPlan, DueSoon, DigestChain, DigestMorning, DigestQuery, DigestFacts, DigestMail];
const toPartners = [PartnerChanges, NumberChanges, Webhooks, WebhookRows, WebhookSecrets, WebhookMessages];
const sending = [
  WebhookClient,
  WebhookDeliveries,
  WebhookSender,
  SweepDeliveries,
  { provide: HostResolver, useClass: SystemResolver },
  {
    provide: WebhookReach,
    useFactory: ({ webhookLoopback }: Settings) => new WebhookReach(webhookLoopback),
    inject: [Settings],
  },
];

/** Who is told what, when: rows of the outbox, written with the step they tell of and worded when they leave. */
@Module({
  imports: [AccountsModule, CalendarModule, FeedbackModule, TypeOrmModule.forFeature([MailTemplate])],
  providers: [
    Correspond,
    ...writing,
    ...toAccounts,
    ...toCitizens,
    ...toOfficers,
    ...timed,
    ...toPartners,
    ...sending,
  ],
  exports: [
    ...[LetterTexts, LetterPress, UnsubscribeLinks],
    ...[PartnerChanges, Webhooks, WebhookRows, WebhookDeliveries, WebhookReach],
  ],
})
export class CorrespondenceModule {}
