import { IntColumn, TextColumn } from '../platform/database/columns.js';

/** UNCHECKED: no scanner is set up; WAITING: quarantined until it was scanned. */
export const SCAN_STATES = ['UNCHECKED', 'CLEAN', 'WAITING', 'INFECTED'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** What is known of bytes that lie beside the database, whether their form was sent already or not. */
export abstract class StoredFile {
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

  /** The random name under which they lie. */
  @TextColumn({ length: 64, unique: true })
  storedName: string;

  @TextColumn({ length: 12 })
  scan: ScanState;
}
