import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Handler, Response } from 'express';
import { packageRoot } from '../config/package-root.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const PREFIX = '/assets/';
const YEAR = 31_536_000;

interface Asset {
  readonly content: Buffer;
  /** For slow lines; null where packing saves nothing. */
  readonly packed: Buffer | null;
  readonly type: string;
  readonly hash: string;
}

/** Style, scripts and pictures: read once, served under an address that changes with the content. */
@Injectable()
export class Assets {
  private readonly files = new Map<string, Asset>();

  constructor() {
    const folder = join(packageRoot(), 'views/assets');
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      const content = readFileSync(join(folder, name));
      const gzip = gzipSync(content, { level: 9 });
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
      this.files.set(name.replaceAll('\\', '/'), {
        content,
        packed: gzip.length < content.length ? gzip : null,
        type,
        hash,
      });
    }
  }

  /** @returns `/assets/<hash>/app.css`. The hash is a folder, so that a script finds its neighbours by relative names. */
  address(name: string): string {
    const asset = this.files.get(name);
    if (!asset) throw new Error(`views/assets/${name} does not exist`);
    return `${PREFIX}${asset.hash}/${name}`;
  }

  /** Serves assets; every other request goes on. */
  handler(): Handler {
    return (request, response, next) => {
      const [, hash = '', name = ''] = /^\/assets\/([0-9a-f]{12})\/(.+)$/.exec(request.path) ?? [];
      const asset = this.files.get(request.path === '/favicon.ico' ? 'favicon.svg' : name);
      if (!asset || !['GET', 'HEAD'].includes(request.method)) {
        next();
        return;
      }
      // An older page may ask with an older hash: it gets today's file, but nobody keeps it for a year.
      response.set('Cache-Control', hash === asset.hash ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      send(response, asset, request.acceptsEncodings('gzip') === 'gzip');
    };
  }
}

function send(response: Response, { content, packed, type, hash }: Asset, takesGzip: boolean): void {
  response.set({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', Vary: 'Accept-Encoding' });
  if (packed && takesGzip) response.set({ 'Content-Encoding': 'gzip', ETag: `"${hash}-gzip"` }).send(packed);
  else response.set('ETag', `"${hash}"`).send(content);
}
