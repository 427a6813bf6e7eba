import { Injectable } from '@nestjs/common';
import { Translator } from '../platform/i18n/translator.js';
import { Clock } from '../platform/kernel/clock.js';
import type { OutboxPayload } from '../platform/outbox/outbox-message.entity.js';
import { PartnerChanges } from './partner-changes.query.js';
import { changeBody } from './webhook-body.js';
import type { WebhookMessage } from './webhook-client.js';
import type { Webhook } from './webhook.entity.js';
import { signatureOf, WebhookSecrets } from './webhook-secrets.js';

/** A message with the name by which its receiver knows repetitions. */
export interface SignedMessage extends WebhookMessage {
  readonly id: string;
}

/** Words and signs messages when they leave: each try has its own time and signature, and the same id. */
@Injectable()
export class WebhookMessages {
  constructor(
    private readonly changes: PartnerChanges,
    private readonly translator: Translator,
    private readonly clock: Clock,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** @returns null for a change that is none (yet: a replica may be behind). */
  async of(payload: OutboxPayload, webhook: Webhook): Promise<SignedMessage | null> {
    const told = payload['test'] === undefined ? await this.change(payload) : this.test(payload);
    if (told === null) return null;
    const now = this.clock.now();
    const body = JSON.stringify(told);
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'lang-nghe-webhook/1',
      'Webhook-Id': told.id,
      'Webhook-Signature': signatureOf(body, Math.floor(now / 1_000), this.secretsOf(webhook, now)),
    };
    return { id: told.id, headers, body };
  }

  private async change({ partnerId, number }: OutboxPayload) {
    const change = await this.changes.one(Number(partnerId), Number(number));
    return change && changeBody(change, Number(partnerId), this.translator);
  }

  private test({ partnerId, test }: OutboxPayload) {
    const at = new Date(Number(test)).toISOString();
    return { id: `${String(partnerId)}.test.${String(test)}`, type: 'test', at };
  }

  private secretsOf({ salt, previousSalt, previousUntil }: Webhook, now: number): string[] {
    const isBoth = previousSalt !== null && previousUntil !== null && previousUntil > now;
    return [salt, ...(isBoth ? [previousSalt] : [])].map((one) => this.secrets.of(one));
  }
}
