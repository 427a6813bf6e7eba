import type { Command } from 'commander';
import { rotatePinKey } from '../../platform/config/rotate-pin-key.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/kernel/clock.js';
import { RandomSource } from '../../platform/kernel/random.js';
import type { Cli } from './cli-context.js';

/** `keys rotate`: a new PIN key for new receipts. The older ones go on opening what they were made for. */
export function registerKeys(program: Command, cli: Cli): void {
  const keys = program.command('keys').description('the keys of the installation');
  keys
    .command('rotate')
    .description('adds a PIN key; start every server again afterwards, and back up secrets.json')
    .action(() => rotate(cli));
}

async function rotate(cli: Cli): Promise<void> {
  const rooms = await cli.boot();
  const { dataDir } = cli.settings();
  const version = rotatePinKey(dataDir, rooms.get(Clock).now(), rooms.get(RandomSource));
  const note = { action: 'pinKey.rotate', subjectKind: 'pinKey', subject: version };
  const [audit, unitOfWork] = [rooms.get(AuditTrail), rooms.get(UnitOfWork)];
  await unitOfWork.run((tx) => audit.record(tx, { kind: 'operator' }, note));
  cli.print(`PIN key ${version} added; start every server again, and back up secrets.json`);
}
