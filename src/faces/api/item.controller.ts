import { Controller, Get, Param, Req, Res, type StreamableFile, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { isServed } from '../../feedback/is-served.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { FileDownloads } from '../../platform/web/file-downloads.js';
import type { WebRequest } from '../../platform/web/web-request.js';
import { type CitizenItem, CitizenItemQuery } from '../../tracking/citizen-item.query.js';
import { API } from './api-addresses.js';
import { ApiQuotaGuard } from './api-quota.guard.js';
import { READ_FILE, READ_ITEM } from './feedback.operations.js';
import { ItemAccess } from './item-access.service.js';
import { itemJson } from './item.json.js';
import { Operation } from './operation.js';

/** An item and its files, for whoever shows its PIN, and for the partner that brought it. */
@Public()
@Controller()
@UseGuards(ApiQuotaGuard)
export class ItemController {
  constructor(
    private readonly access: ItemAccess,
    private readonly items: CitizenItemQuery,
    private readonly translator: Translator,
    private readonly downloads: FileDownloads,
  ) {}

  @Get(API.item.route)
  @Operation(READ_ITEM)
  async item(
    @Param('code') code: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const found = await this.found(code, request);
    response.set('Cache-Control', 'no-store');
    return itemJson(found, (message) => this.translator.say(message, request.lang));
  }

  /** @throws DomainError not-found for every file that is not on the citizen's page, whoever else may have it. */
  @Get(API.itemFile.route)
  @Operation(READ_FILE)
  async file(
    @Param('code') code: string,
    @Param('id') id: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { files } = await this.found(code, request);
    const file = files.find((one) => String(one.id) === id && isServed(one));
    if (!file) throw new DomainError('not-found', 'errors.notFound');
    return this.downloads.answer(response, file, null);
  }

  private async found(typedCode: string, request: WebRequest): Promise<CitizenItem> {
    const { code } = await this.access.open(request, typedCode, 'track');
    const found = await this.items.byCode(code);
    if (!found) throw new DomainError('not-found', 'tracking.mismatch');
    return found;
  }
}
