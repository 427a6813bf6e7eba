/**
 * Why a message did not arrive; each has its words under `partners.fault`. `address`: not a name and port that messages
 * are sent to. `private`: the name stands for a place inside a network.
 */
export const WEBHOOK_FAULTS = [
  'address',
  'private',
  'dns',
  'connection',
  'certificate',
  'timeout',
  'redirect',
  'status',
  'gone',
] as const;
export type WebhookFaultName = (typeof WEBHOOK_FAULTS)[number];

/** A message that was not taken. */
export class WebhookFault extends Error {
  override readonly name = 'WebhookFault';

  constructor(
    readonly fault: WebhookFaultName,
    readonly status: number | null = null,
  ) {
    super(`webhook: ${fault}${status === null ? '' : ` ${status}`}`);
  }

  /** Whether no repetition will mend it: the address itself is refused, or its owner says that it is gone. */
  get isLasting(): boolean {
    return ['address', 'private', 'gone'].includes(this.fault);
  }
}
