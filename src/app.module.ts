import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CorrespondenceModule } from './correspondence/correspondence.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { ENTITIES } from './entities.js';
import { AdministratorFaceModule } from './faces/administrator/administrator-face.module.js';
import { ApiFaceModule } from './faces/api/api-face.module.js';
import { CitizenFaceModule } from './faces/citizen/citizen-face.module.js';
import { OfficerFaceModule } from './faces/officer/officer-face.module.js';
import { OperatorFaceModule } from './faces/operator/operator-face.module.js';
import { SupervisorFaceModule } from './faces/supervisor/supervisor-face.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { HandlingModule } from './handling/handling.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Settings } from './platform/config/settings.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { databaseTarget } from './platform/database/database-target.js';
import { I18nModule } from './platform/i18n/i18n.module.js';
import { InstallationModule } from './platform/installation/installation.module.js';
import type { Clock } from './platform/kernel/clock.js';
import { MailModule } from './platform/mail/mail.module.js';
import { OutboxModule } from './platform/outbox/outbox.module.js';
import { StorageModule } from './platform/storage/storage.module.js';
import { WebModule } from './platform/web/web.module.js';
import { PublicationModule } from './publication/publication.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { TrackingModule } from './tracking/tracking.module.js';

const PLATFORM = [
  I18nModule,
  AuditModule,
  InstallationModule,
  StorageModule,
  OutboxModule,
  MailModule,
  WebModule,
];
const FOUNDATIONS = [DirectoryModule, AccountsModule, CalendarModule];
const CAPABILITIES = [
  IntakeModule,
  RoutingModule,
  HandlingModule,
  TrackingModule,
  CorrespondenceModule,
  PublicationModule,
  FiguresModule,
];
const FACES = [
  CitizenFaceModule,
  OfficerFaceModule,
  SupervisorFaceModule,
  AdministratorFaceModule,
  ApiFaceModule,
  OperatorFaceModule,
];

/** The house: every room, from the ground up. */
@Module({})
export class AppModule {
  /**
   * @param settings read once, by whoever starts the program.
   * @param clock another clock than the settings', for the demo's played-back past and for tests.
   */
  static forRoot(settings: Settings, clock?: Clock): DynamicModule {
    const database = DatabaseModule.forRoot(
      databaseTarget(settings.databaseUrl, settings.replicaUrls),
      ENTITIES,
    );
    const ground = [ConfigModule.forRoot(settings, clock), database, ...PLATFORM];
    return {
      module: AppModule,
      imports: [...ground, ...FOUNDATIONS, FeedbackModule, ...CAPABILITIES, ...FACES],
    };
  }
}
