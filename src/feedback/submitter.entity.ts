import { Entity, Index, JoinColumn, OneToOne, type Relation } from 'typeorm';
import { KeyColumn, TextColumn } from '../platform/database/columns.js';
import type { SubmitterType } from './classification.js';
import { Feedback } from './feedback.entity.js';

/** Who wrote (Đ.7 NĐ 20/2008/NĐ-CP: name, address, phone or postal address). Apart, so that it can be erased alone. */
@Entity('submitter')
@Index(['phone'])
@Index(['email'])
export class Submitter {
  @KeyColumn()
  feedbackId: number;

  @OneToOne(() => Feedback, (feedback) => feedback.submitter)
  @JoinColumn({ name: 'feedbackId' })
  feedback: Relation<Feedback>;

  @TextColumn({ length: 16 })
  type: SubmitterType;

  @TextColumn()
  name: string;

  @TextColumn()
  address: string;

  @TextColumn({ length: 40 })
  phone: string;

  @TextColumn({ length: 254, nullable: true })
  email: string | null;
}
