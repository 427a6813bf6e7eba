import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Assets } from './assets.js';
import { AttemptLimiter } from './attempt-limiter.js';
import { Cookies } from './cookies.js';
import { Csrf } from './csrf.js';
import { DeclaredRoutes } from './declared-routes.js';
import { ErrorFilter } from './error.filter.js';
import { FileDownloads } from './file-downloads.js';
import { FlashCookie } from './flash-cookie.js';
import { Multipart } from './multipart.js';
import { PageRenderer } from './page-renderer.js';
import { RenderInterceptor } from './render.interceptor.js';
import { SessionStore } from './session-store.js';
import { StaffSession } from './staff-session.js';
import { ViewEngine } from './view-engine.js';
import { VisitorCookie } from './visitor-cookie.js';

/** Pages, forms, sessions, errors and access for every face. `configureWeb` installs its middlewares. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Assets,
    AttemptLimiter,
    Cookies,
    Csrf,
    DeclaredRoutes,
    FileDownloads,
    FlashCookie,
    Multipart,
    PageRenderer,
    SessionStore,
    StaffSession,
    ViewEngine,
    VisitorCookie,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RenderInterceptor },
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
  exports: [
    AttemptLimiter,
    Cookies,
    Csrf,
    DeclaredRoutes,
    FileDownloads,
    Multipart,
    StaffSession,
    ViewEngine,
  ],
})
export class WebModule {}
