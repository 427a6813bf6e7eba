import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { authorityIdentity, markBytes } from '../../platform/installation/authority-identity.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { paths } from '../../platform/web/paths.js';

const FOR_GOOD = 'public, max-age=31536000, immutable';

/** The authority's mark, for everybody: its address changes with the picture, so browsers keep it for good. */
@Controller()
export class AuthorityMarkController {
  constructor(private readonly choices: Choices) {}

  @Get(paths.authorityMark.route)
  @Public()
  async picture(
    @Param('version') version: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { mark } = await this.choices.get(authorityIdentity);
    if (!mark) throw new DomainError('not-found', 'errors.notFound');
    const bytes = Buffer.from(await this.choices.get(markBytes), 'base64');
    // An older page may ask for an older picture: it gets today's, but nobody keeps it.
    response.set({
      'Cache-Control': version === mark.version ? FOR_GOOD : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
    return new StreamableFile(bytes, { type: mark.mediaType, length: bytes.length });
  }
}
