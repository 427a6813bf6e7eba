import { Module } from '@nestjs/common';
import { CalendarModule } from '../../calendar/calendar.module.js';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { ItemWorkModule } from '../../handling/item-work.module.js';
import { IntakeModule } from '../../intake/intake.module.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { RoutingModule } from '../../routing/routing.module.js';
import { TrackingModule } from '../../tracking/tracking.module.js';
import { FiguresModule } from '../../figures/figures.module.js';
import { DailyFigures } from './daily-figures.js';
import { DesignSystemController } from './design-system.controller.js';
import { FiguresController } from './figures.controller.js';
import { HomeController } from './home.controller.js';
import { PublishedDailyFigures } from './published-daily-figures.js';
import { CriticisedController } from './criticised.controller.js';
import { HelpedCookie } from './helped-cookie.js';
import { ProcedureList } from './procedure-list.query.js';
import { ProcedureController } from './procedure.controller.js';
import { PostingController } from './posting.controller.js';
import { PostingSheets } from './posting-sheet.service.js';
import { SitemapController } from './sitemap.controller.js';
import { Sitemap } from './sitemap.service.js';
import { PublishedController } from './published.controller.js';
import { PublishedFeedController } from './published-feed.controller.js';
import { PublishedFilters } from './published-filters.service.js';
import { PublishedItemController } from './published-item.controller.js';
import { PrivacyPagesModule } from './privacy-pages.module.js';
import { ReceiptController } from './receipt.controller.js';
import { SubmitCheck } from './submit-check.service.js';
import { SubmitHints } from './submit-hints.service.js';
import { SubmitRouting } from './submit-routing.service.js';
import { SubmitSearch } from './submit-search.service.js';
import { SubmitPages } from './submit-pages.service.js';
import { SubmitSearchController } from './submit-search.controller.js';
import { SubmitController } from './submit.controller.js';
import { TicketCookies } from './ticket-cookies.js';
import { StepWithFiles } from './step-with-files.service.js';
import { TrackController } from './track.controller.js';
import { TrackFileController } from './track-file.controller.js';
import { TrackPartController } from './track-part.controller.js';
import { TrackReplyPdfController } from './track-reply-pdf.controller.js';
import { TrackStepsController } from './track-steps.controller.js';

/** What everybody sees: sending, following, published answers and figures. */
@Module({
  imports: [
    CalendarModule,
    DirectoryModule,
    FeedbackModule,
    IntakeModule,
    ItemWorkModule,
    RoutingModule,
    TrackingModule,
    PublicationModule,
    FiguresModule,
    PrivacyPagesModule,
  ],
  controllers: [
    HomeController,
    SubmitController,
    SubmitSearchController,
    ReceiptController,
    CriticisedController,
    PostingController,
    ProcedureController,
    SitemapController,
    PublishedController,
    PublishedFeedController,
    PublishedItemController,
    TrackController,
    TrackStepsController,
    TrackFileController,
    TrackPartController,
    TrackReplyPdfController,
    FiguresController,
    DesignSystemController,
  ],
  providers: [
    SubmitPages,
    SubmitSearch,
    SubmitCheck,
    SubmitRouting,
    SubmitHints,
    TicketCookies,
    StepWithFiles,
    HelpedCookie,
    PostingSheets,
    ProcedureList,
    Sitemap,
    PublishedFilters,
    { provide: DailyFigures, useClass: PublishedDailyFigures },
  ],
})
export class CitizenFaceModule {}
