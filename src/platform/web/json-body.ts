import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';

/** Nothing that a program sends us is nested deeper. */
const DEEPEST = 16;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/**
 * What `/api` takes as JSON. Bytes that are not UTF-8 are refused: read as replacement characters, a citizen's words
 * would be stored mutilated and nobody told.
 */
export const JSON_BODY = {
  limit: '256kb',
  verify: (_: IncomingMessage, __: ServerResponse, bytes: Buffer, encoding: string): void => {
    if (encoding !== 'utf-8') throw new UnsupportedMediaTypeException();
    if (!isUtf8(bytes) || isTooDeep(bytes)) throw new BadRequestException();
  },
};

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Counts brackets outside texts; whether they match is the parser's matter. */
export function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (OPENING.includes(byte)) depth++;
    else if (CLOSING.includes(byte)) depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}
