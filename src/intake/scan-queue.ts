import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ScanState } from '../feedback/stored-file.js';
import { Clock } from '../platform/kernel/clock.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { Clamd } from '../platform/storage/clamd.js';

export const SCAN = 'storage.scan';

/** What waits for the virus scanner: a row of the outbox for each file, so that nothing is lost while it is down. */
@Injectable()
export class ScanQueue {
  constructor(
    private readonly scanner: Clamd,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** How a file begins: in quarantine, or unchecked where no scanner is set up. */
  get first(): ScanState {
    return this.scanner.isSetUp ? 'WAITING' : 'UNCHECKED';
  }

  /** In the unit of work that writes the file down. */
  async post(tx: EntityManager, storedName: string, scan: ScanState): Promise<void> {
    if (scan !== 'WAITING') return;
    const row = { topic: SCAN, key: `${SCAN}:${storedName}`, payload: { storedName } };
    await this.outbox.post(tx, { ...row, runAt: this.clock.now() });
  }
}
