import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Response } from 'express';
import { Repository } from 'typeorm';
import { staffActor } from '../../accounts/staff-actor.js';
import { Attachment } from '../../feedback/attachment.entity.js';
import { isServed } from '../../feedback/is-served.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { FileDownloads } from '../../platform/web/file-downloads.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { VisibleItems } from './visible-item.query.js';

/** Files of an item, for whoever may see the item. */
@Controller()
@Staff()
export class FileController {
  constructor(
    private readonly items: VisibleItems,
    @InjectRepository(Attachment) private readonly files: Repository<Attachment>,
    private readonly downloads: FileDownloads,
  ) {}

  /** @throws DomainError not-found: no such item for this person, no such file of it, or one in quarantine. */
  @Get(paths.officerFile.route)
  async file(
    @Param('code') code: string,
    @Param('id') id: string,
    @Query('xem') asked: unknown,
    @CurrentStaff() signedIn: SignedIn,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const visible = await this.items.byCode(code, staffActor(signedIn));
    const known = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0;
    const file = visible && (await this.files.findOneBy({ id: known, feedbackId: visible.item.id }));
    if (!file || !isServed(file)) throw new DomainError('not-found', 'errors.notFound');
    return this.downloads.answer(response, file, asked);
  }
}
