import { FirstRunToken } from './accounts/first-run-token.entity.js';
import { Grant } from './accounts/grant.entity.js';
import { Invitation } from './accounts/invitation.entity.js';
import { Partner } from './accounts/partner.entity.js';
import { PartnerKey } from './accounts/partner-key.entity.js';
import { RecoveryCode } from './accounts/recovery-code.entity.js';
import { SecondFactor } from './accounts/second-factor.entity.js';
import { Staff } from './accounts/staff.entity.js';
import { CalendarDay } from './calendar/calendar-day.entity.js';
import { CalendarYear } from './calendar/calendar-year.entity.js';
import { ChangeCounter } from './correspondence/change-counter.entity.js';
import { MailTemplate } from './correspondence/mail-template.entity.js';
import { PartnerChange } from './correspondence/partner-change.entity.js';
import { Webhook } from './correspondence/webhook.entity.js';
import { WebhookDelivery } from './correspondence/webhook-delivery.entity.js';
import { Agency } from './directory/agency.entity.js';
import { AgencyChange } from './directory/agency-change.entity.js';
import { AgencyName } from './directory/agency-name.entity.js';
import { AgencyPlacement } from './directory/agency-placement.entity.js';
import { DirectoryImport } from './directory/directory-import.entity.js';
import { Procedure } from './directory/procedure.entity.js';
import { ProcedureField } from './directory/procedure-field.entity.js';
import { ProcedureText } from './directory/procedure-text.entity.js';
import { Attachment } from './feedback/attachment.entity.js';
import { Coordination } from './feedback/coordination.entity.js';
import { Erasure } from './feedback/erasure.entity.js';
import { Feedback } from './feedback/feedback.entity.js';
import { FeedbackText } from './feedback/feedback-text.entity.js';
import { JournalEntry } from './feedback/journal-entry.entity.js';
import { RegisterCounter } from './feedback/register-counter.entity.js';
import { Reply } from './feedback/reply.entity.js';
import { Submitter } from './feedback/submitter.entity.js';
import { TermRule } from './feedback/term-rule.entity.js';
import { FigureGoal } from './figures/figure-goal.entity.js';
import { Absence } from './handling/absence.entity.js';
import { KeptDraft } from './handling/kept-draft.entity.js';
import { Note } from './handling/note.entity.js';
import { Presence } from './handling/presence.entity.js';
import { ReplyTemplate } from './handling/reply-template.entity.js';
import { SavedFilter } from './handling/saved-filter.entity.js';
import { ItemImport } from './intake/item-import.entity.js';
import { StagedUpload } from './intake/staged-upload.entity.js';
import { AuditEntry } from './platform/audit/audit-entry.entity.js';
import { InstallationChoice } from './platform/installation/installation-choice.entity.js';
import { OutboxMessage } from './platform/outbox/outbox-message.entity.js';
import { Attempt } from './platform/web/attempt.entity.js';
import { WebSession } from './platform/web/web-session.entity.js';
import { HelpedCount } from './publication/helped-count.entity.js';
import { Publication } from './publication/publication.entity.js';
import { PublishedEntry } from './publication/published-entry.entity.js';
import { RoutingRule } from './routing/routing-rule.entity.js';

/** Every table of the product; a structure test finds the entity that is missing here. */
export const ENTITIES = [
  Absence,
  Agency,
  AgencyChange,
  AgencyName,
  AgencyPlacement,
  Attachment,
  Attempt,
  AuditEntry,
  CalendarDay,
  CalendarYear,
  ChangeCounter,
  Coordination,
  DirectoryImport,
  Erasure,
  Feedback,
  FeedbackText,
  FigureGoal,
  FirstRunToken,
  Grant,
  HelpedCount,
  InstallationChoice,
  Invitation,
  ItemImport,
  JournalEntry,
  KeptDraft,
  Note,
  MailTemplate,
  OutboxMessage,
  Partner,
  PartnerChange,
  PartnerKey,
  Presence,
  Procedure,
  ProcedureField,
  ProcedureText,
  Publication,
  PublishedEntry,
  RecoveryCode,
  RegisterCounter,
  Reply,
  ReplyTemplate,
  RoutingRule,
  SavedFilter,
  SecondFactor,
  Staff,
  StagedUpload,
  Submitter,
  TermRule,
  Webhook,
  WebhookDelivery,
  WebSession,
];
