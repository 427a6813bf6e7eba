import type { Command } from 'commander';
import { formatInstant } from '../../platform/kernel/civil-day.js';
import { OutboxTroubles } from '../../platform/outbox/outbox-troubles.service.js';
import type { Cli } from './cli-context.js';

const SHOWN = 200;

/** `outbox list` and `outbox retry`: what waits or has given up, and another chance for it. */
export function registerOutbox(program: Command, cli: Cli): void {
  const outbox = program.command('outbox').description('what waits to be done, and what has given up');
  outbox
    .command('list')
    .description(`what has failed at least once, parked rows first; ${SHOWN} at the most`)
    .action(() => list(cli));
  outbox
    .command('retry')
    .description('gives parked rows another round of tries')
    .action(() => retry(cli));
}

async function list(cli: Cli): Promise<void> {
  const rooms = await cli.boot();
  const failed = await rooms.get(OutboxTroubles).list(SHOWN);
  for (const { id, state, topic, attempts, runAt, lastError } of failed) {
    cli.print([id, state, topic, attempts, formatInstant(runAt), lastError ?? ''].join('\t'));
  }
  cli.print(`${failed.length} failed`);
}

async function retry(cli: Cli): Promise<void> {
  const rooms = await cli.boot();
  cli.print(`${await rooms.get(OutboxTroubles).retryParked({ kind: 'operator' })} rows will be tried again`);
}
