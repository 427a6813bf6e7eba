import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Id, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { Role } from './role.js';
import { Staff } from './staff.entity.js';

/** A role of one person at one agency; it reaches over the agency's subtree as the tree stands today. */
@Entity('staff_grant')
@Index(['staffId', 'role', 'agencyId'], { unique: true })
export class Grant {
  @Id() id: number;

  @IntColumn() staffId: number;

  @TextColumn({ length: 20 }) role: Role;

  @IntColumn() agencyId: number;

  @ManyToOne(() => Staff)
  @JoinColumn({ name: 'staffId' })
  staff: Relation<Staff>;
}
