import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/web/access.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { paths } from '../../platform/web/paths.js';
import { Sitemap } from './sitemap.service.js';

const XML = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' };

/** What search engines may find: every page for everybody, in parts that stay within the limits of sitemaps.org. */
@Public()
@Controller()
export class SitemapController {
  constructor(private readonly sitemap: Sitemap) {}

  @Get(paths.sitemap.route)
  async index(@Res({ passthrough: true }) response: Response): Promise<string> {
    response.set(XML);
    return this.sitemap.index();
  }

  @Get(paths.sitemapPart.route)
  async part(@Param('part') name: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const xml = await this.sitemap.part(name);
    if (xml === null) throw new DomainError('not-found', 'errors.notFound');
    response.set(XML);
    return xml;
  }

  @Get(paths.robots.route)
  robots(@Res({ passthrough: true }) response: Response): string {
    response.set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' });
    return this.sitemap.robots();
  }
}
