import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CITIZEN_FILES } from '../../intake/file-limits.js';
import { FormFiles, tokensIn } from '../../intake/form-files.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { Visitor, type VisitorContext } from '../../platform/web/context.js';
import { formView } from '../../platform/web/form-view.js';
import { type Page, page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import { PublishedState } from '../../publication/published-state.query.js';
import { CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { TrackingAccess } from '../../tracking/tracking-access.service.js';
import { TicketCookies } from './ticket-cookies.js';
import { TrackForm } from './track.form.js';
import { itemPage } from './track-item.view.js';
import { trackPage } from './track.view.js';

/** Code and PIN, and the page they open. */
@Public()
@Controller()
export class TrackController {
  constructor(
    private readonly access: TrackingAccess,
    private readonly items: CitizenItemQuery,
    private readonly tickets: TicketCookies,
    private readonly files: FormFiles,
    private readonly published: PublishedState,
  ) {}

  /** @param code from the receipt's QR code; it only fills the field. */
  @Get(paths.track.route)
  ask(@Query('ma') code: unknown): Page {
    const { value } = readForm(TrackForm, { code: typeof code === 'string' ? code.slice(0, 60) : '' });
    return page('citizen/track', trackPage(formView(value)));
  }

  @Post(paths.track.route)
  async open(
    @Body() body: unknown,
    @Visitor() visitor: VisitorContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(TrackForm, body);
    const files = tokensIn(body);
    if (!ok) return page('citizen/track', { ...trackPage(formView(value, errors)), files }, 422);
    try {
      const code = await this.access.open(value.code, value.pin, visitor.address);
      this.tickets.give(response, 'item', code);
      return value.draftFor === '' ? redirect(paths.trackItem.to()) : await this.withDraft(code, value, body);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      const told = { code: { key: error.key, params: error.params } };
      return page('citizen/track', { ...trackPage(formView(value, told)), files }, 422);
    }
  }

  @Get(paths.trackItem.route)
  async item(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Redirect> {
    const code = this.tickets.read(request, 'item');
    const found = code === null ? null : await this.items.byCode(code);
    if (code === null || !found) return redirect(paths.track.to(), { tone: 'info', key: 'tracking.closed' });
    this.tickets.give(response, 'item', code);
    const receipt = this.tickets.read(request, 'receipt') === code;
    const publicNumber = await this.published.numberOf(found.leading.id);
    return page('citizen/track-item', { ...itemPage(found), receipt, publicNumber }).confidential();
  }

  /** “Close on this device”. */
  @Post(paths.trackItem.route)
  leave(@Res({ passthrough: true }) response: Response): Redirect {
    this.tickets.clear(response);
    return redirect(paths.track.to(), { tone: 'success', key: 'tracking.left' });
  }

  /** The item had closed while the citizen was writing: it opens with what was written. */
  private async withDraft(
    code: string,
    { draftFor, draft }: TrackForm,
    body: unknown,
  ): Promise<Page | Redirect> {
    const found = await this.items.byCode(code);
    if (!found || draftFor === '') return redirect(paths.trackItem.to());
    const { view: upload } = await this.files.read(body, [], CITIZEN_FILES);
    const refused = { step: draftFor, form: formView({ content: draft }), upload };
    return page('citizen/track-item', itemPage(found, refused)).confidential();
  }
}
