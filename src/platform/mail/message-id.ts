import { createHmac } from 'node:crypto';

/**
 * The same key always gives the same Message-ID, so that a letter sent twice is one letter to whoever receives it,
 * and later letters can refer to the first without remembering it.
 * @param secret so that the identifier tells nothing of what it was made from.
 * @param host whose identifier it is.
 */
export function messageId(key: string, secret: Buffer, host: string): string {
  const digest = createHmac('sha256', secret).update(`message-id\n${key}`).digest('hex').slice(0, 32);
  return `<${digest}@${host}>`;
}
