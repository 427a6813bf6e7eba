import { Body, Controller, Get, Header, Module, Post, Req } from '@nestjs/common';
import { DomainError, StaleVersionError } from '../../src/platform/kernel/errors.js';
import { FirstRun, FirstRunGate, Public, Staff } from '../../src/platform/web/access.js';
import { CurrentStaff } from '../../src/platform/web/context.js';
import { page, type Page, redirect, type Redirect } from '../../src/platform/web/page.js';
import { Authenticator, type SignedIn } from '../../src/platform/web/signed-in.js';
import { Csrf } from '../../src/platform/web/csrf.js';
import { StaffSession } from '../../src/platform/web/staff-session.js';
import type { WebRequest } from '../../src/platform/web/web-request.js';

const CLERK: SignedIn = { staffId: 7, name: 'Nguyễn Thị An', roles: ['HANDLER'] };

/** Knows one person with one stamp. */
class ProbeAuthenticator extends Authenticator {
  stamp = 'first';

  authenticate(staffId: number, stamp: string): Promise<SignedIn | null> {
    return Promise.resolve(staffId === CLERK.staffId && stamp === this.stamp ? CLERK : null);
  }
}

class ClosedGate extends FirstRunGate {
  isOpen(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

const shown = (): Page =>
  page('error/problem', {
    title: 'errors.page.home',
    text: { key: 'errors.invalid' },
    advice: null,
    fields: [],
    reference: null,
    back: null,
  });

/** Pages that do nothing but what the web room itself is asked for. */
@Controller('thu')
export class ProbeController {
  /** Bodies that got through to a handler. */
  readonly seen: unknown[] = [];

  constructor(
    private readonly sessions: StaffSession,
    private readonly csrf: Csrf,
  ) {}

  @Public()
  @Get('don')
  @Header('Content-Type', 'text/html')
  form(@Req() request: WebRequest): string {
    if (!request.res) throw new Error('no response');
    const token = this.csrf.token(request, request.res);
    return `<form method="post" action="/thu"><input type="hidden" name="_csrf" value="${token}"></form>`;
  }

  @Public()
  @Get()
  read(): Page {
    return shown();
  }

  @Public()
  @Post()
  write(@Body() body: unknown): Redirect {
    this.seen.push(body);
    return redirect('/thu', { tone: 'success', key: 'errors.page.home' });
  }

  @Public()
  @Post('vao')
  async signIn(@Req() request: WebRequest): Promise<Redirect> {
    await this.sessions.begin(request, { staffId: CLERK.staffId, stamp: 'first' });
    return redirect('/thu/ban');
  }

  @Public()
  @Post('ra')
  async signOut(@Req() request: WebRequest): Promise<Redirect> {
    await this.sessions.end(request);
    return redirect('/thu');
  }

  @Staff('HANDLER')
  @Get('ban')
  desk(@CurrentStaff() _staff: SignedIn): Page {
    return shown();
  }

  @Staff('ADMIN')
  @Get('quan-tri')
  administration(): Page {
    return shown();
  }

  @FirstRun()
  @Get('khoi-tao')
  firstRun(): Page {
    return shown();
  }

  @Public()
  @Get('loi/:kind')
  fail(@Req() { params }: WebRequest): Page {
    switch (params['kind']) {
      case 'cu':
        throw new StaleVersionError();
      case 'nhieu':
        throw new DomainError('too-many', 'errors.tooMany', { seconds: 30 });
      default:
        throw new Error('Nguyễn Văn Kín, 0912345678');
    }
  }
}

@Module({
  controllers: [ProbeController],
  providers: [
    { provide: Authenticator, useClass: ProbeAuthenticator },
    { provide: FirstRunGate, useClass: ClosedGate },
  ],
})
export class ProbeModule {}
