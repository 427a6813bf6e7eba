import type { Response } from 'express';
import { asJson, asXml, type Open311Document } from './open311-document.js';

export const FORMATS = ['json', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** @returns the format that the address asks for by its ending; JSON for addresses without one. */
export function formatOf(path: string): Format {
  return path.endsWith('.xml') ? 'xml' : 'json';
}

/** Writes the document in the format of the address. Anybody's program may read it, so browsers of other sites may too. */
export function reply(response: Response, format: Format, document: Open311Document, status = 200): void {
  response
    .status(status)
    .set('Content-Type', TYPES[format])
    .set('Access-Control-Allow-Origin', '*')
    .send(format === 'xml' ? asXml(document) : asJson(document));
}
