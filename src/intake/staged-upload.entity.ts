import { Entity, Index } from 'typeorm';
import type { ScanState } from '../feedback/attachment.entity.js';
import { Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';

/** A file that was received for a form which is not sent yet. Sending moves it into the item; a day later it goes. */
@Entity('staged_upload')
@Index(['createdAt'])
export class StagedUpload {
  @Id()
  id: number;

  @TextColumn({ length: 64, unique: true })
  storedName: string;

  /** As its sender named it, cleaned. */
  @TextColumn({ length: 200 })
  name: string;

  @TextColumn({ length: 100 })
  mediaType: string;

  /** Bytes. */
  @IntColumn()
  size: number;

  @TextColumn({ length: 64 })
  sha256: string;

  @TextColumn({ length: 12 })
  scan: ScanState;

  @InstantColumn()
  createdAt: number;
}
