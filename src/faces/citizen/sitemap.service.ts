import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { Procedure } from '../../directory/procedure.entity.js';
import { Settings } from '../../platform/config/settings.js';
import { paths } from '../../platform/web/paths.js';
import { PublishedState } from '../../publication/published-state.query.js';
import { element, xmlDocument } from './xml.js';

/** A part holds the public numbers of one span, so that it never has more addresses than the format allows. */
export const SITEMAP_PART = 50_000;
const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const PAGES = [
  'home',
  'submit',
  'track',
  'published',
  'publicProcedures',
  'criticised',
  'posting',
  'figures',
  'figuresExplained',
] as const;
/** Not for search engines: searches without end, what a form leads to, and everybody's own. */
const CLOSED = [
  paths.trackItem.to(),
  paths.submitCheck.to(),
  paths.officerQueue.to(),
  paths.supervisor.to(),
  '/quan-tri',
  paths.account.to(),
  '/api/',
];

interface Address {
  readonly address: string;
  /** Epoch ms. */
  readonly changedAt?: number;
}

/** Makes the sitemap's parts; each from one bounded question. */
@Injectable()
export class Sitemap {
  constructor(
    private readonly published: PublishedState,
    private readonly agencies: AgencyDirectory,
    private readonly settings: Settings,
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
  ) {}

  async index(): Promise<string> {
    const parts = Math.ceil((await this.published.highest()) / SITEMAP_PART);
    const names = [
      'trang',
      'thu-tuc',
      'niem-yet',
      ...Array.from({ length: parts }, (_, i) => `cong-khai-${i + 1}`),
    ];
    const locations = names.map((name) => this.location(paths.sitemapPart.to({ part: `${name}.xml` })));
    return xmlDocument(
      'sitemapindex',
      { xmlns: XMLNS },
      locations.map((loc) => `<sitemap>${loc}</sitemap>`),
    );
  }

  /** @returns null for a part that is none. */
  async part(name: string): Promise<string | null> {
    const addresses = await this.addresses(name);
    if (addresses === null) return null;
    const lines = addresses.map(({ address, changedAt }) => {
      const changed = changedAt === undefined ? '' : element('lastmod', new Date(changedAt).toISOString());
      return `<url>${this.location(address)}${changed}</url>`;
    });
    return xmlDocument('urlset', { xmlns: XMLNS }, lines);
  }

  robots(): string {
    const closed = CLOSED.map((address) => `Disallow: ${address}`);
    return ['User-agent: *', ...closed, `Sitemap: ${this.settings.baseUrl}${paths.sitemap.to()}`, ''].join(
      '\n',
    );
  }

  private async addresses(name: string): Promise<Address[] | null> {
    if (name === 'trang.xml') return PAGES.map((page) => ({ address: paths[page].to() }));
    if (name === 'thu-tuc.xml') return this.ofProcedures();
    if (name === 'niem-yet.xml') return this.ofAgencies();
    const part = Number(/^cong-khai-([1-9]\d{0,4})\.xml$/.exec(name)?.[1] ?? 0);
    return part === 0 ? null : this.ofAnswers(part);
  }

  private async ofAnswers(part: number): Promise<Address[] | null> {
    const first = (part - 1) * SITEMAP_PART + 1;
    if (first > (await this.published.highest())) return null;
    const rows = await this.published.numbers(first, part * SITEMAP_PART);
    return rows.map(({ publicationId, publishedAt }) => ({
      address: paths.publishedItem.to({ number: publicationId }),
      changedAt: publishedAt,
    }));
  }

  private async ofProcedures(): Promise<Address[]> {
    const where = { status: 'ACTIVE' as const };
    const rows = await this.procedures.find({
      select: { id: true, code: true },
      where,
      order: { code: 'ASC' },
      take: SITEMAP_PART,
    });
    return rows.map(({ code }) => ({ address: paths.publicProcedure.to({ code }) }));
  }

  private async ofAgencies(): Promise<Address[]> {
    const alive = [...(await this.agencies.all()).values()].filter(({ validTo }) => validTo === null);
    return alive
      .slice(0, SITEMAP_PART)
      .map(({ code }) => ({ address: paths.postingSheet.to({ agency: code }) }));
  }

  private location(address: string): string {
    return element('loc', `${this.settings.baseUrl}${address}`);
  }
}
