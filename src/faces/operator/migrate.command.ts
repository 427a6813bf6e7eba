import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import type { Cli } from './cli-context.js';

/** `migrate`: brings the database to the newest form and ends; `start` does the same by itself. */
export function registerMigrate(program: Command, cli: Cli): void {
  program
    .command('migrate')
    .description('brings the database to the newest form')
    .action(async () => {
      const rooms = await cli.boot();
      const { type } = rooms.get(DataSource).options;
      cli.print(`${type}: up to date`);
    });
}
