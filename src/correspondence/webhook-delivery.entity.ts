import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/** One try at telling a partner; kept for 30 days. */
@Entity('webhook_delivery')
@Index(['partnerId', 'id'])
@Index(['at'])
export class WebhookDelivery {
  @Id()
  id: number;

  @IntColumn()
  partnerId: number;

  /** The message's id, which the receiver sees as `Webhook-Id`. */
  @TextColumn({ length: 64 })
  event: string;

  @IntColumn()
  attempt: number;

  @InstantColumn()
  at: number;

  /** HTTP status; null where no answer came. */
  @IntColumn({ nullable: true })
  status: number | null;

  @IntColumn()
  ms: number;

  /** Why it failed, as a code (`webhook-fault.ts`); null where it arrived. */
  @TextColumn({ length: 24, nullable: true })
  fault: string | null;
}
