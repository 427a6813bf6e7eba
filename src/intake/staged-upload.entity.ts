import { Entity, Index } from 'typeorm';
import { StoredFile } from '../feedback/stored-file.js';
import { Id, InstantColumn } from '../platform/database/columns.js';

/** A file that was received for a form which is not sent yet. Sending moves it into the item; a day later it goes. */
@Entity('staged_upload')
@Index(['createdAt'])
export class StagedUpload extends StoredFile {
  @Id()
  id: number;

  @InstantColumn()
  createdAt: number;
}
