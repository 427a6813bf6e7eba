import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/kernel/clock.js';
import { type OutboxHandler, OnOutbox } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { PermanentFault } from '../platform/outbox/permanent-fault.js';
import { WebhookClient } from './webhook-client.js';
import { type Tried, WebhookDeliveries } from './webhook-deliveries.service.js';
import { WebhookFault } from './webhook-fault.js';
import { type SignedMessage, WebhookMessages } from './webhook-messages.js';
import { WEBHOOK } from './webhook-rows.js';

/** Tells a partner of a change: tried again for two days, then parked where an administrator sees it. Order is not promised. */
@Injectable()
@OnOutbox({ topic: WEBHOOK, within: 'nothing' })
export class WebhookSender implements OutboxHandler {
  constructor(
    private readonly deliveries: WebhookDeliveries,
    private readonly messages: WebhookMessages,
    private readonly client: WebhookClient,
    private readonly clock: Clock,
  ) {}

  /** @throws PermanentFault where no repetition will mend it; WebhookFault, or an error that says it is resting, for another try. */
  async handle({ payload, attempts }: OutboxMessage): Promise<void> {
    const webhook = await this.deliveries.open(Number(payload['partnerId']));
    if (!webhook) return;
    const isTest = payload['test'] !== undefined;
    if (!isTest && webhook.restingUntil > this.clock.now()) throw new Error('webhook: resting');
    const message = await this.messages.of(payload, webhook);
    if (!message) throw new Error('webhook: change not found yet');
    const { partnerId, url } = webhook;
    await this.send(url, message, { partnerId, event: message.id, attempt: attempts, at: this.clock.now() });
  }

  private async send(url: string, message: SignedMessage, tried: Tried): Promise<void> {
    const status = await this.client.post(url, message).catch(async (error: unknown) => {
      if (!(error instanceof WebhookFault)) throw error;
      await this.deliveries.failed(tried, error);
      throw error.isLasting ? new PermanentFault(error.message) : error;
    });
    await this.deliveries.arrived(tried, status);
  }
}
