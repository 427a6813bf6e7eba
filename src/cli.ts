#!/usr/bin/env node
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { bootRooms, orExplain, serveWeb } from './boot.js';
import type { Cli } from './faces/operator/cli-context.js';
import { registerBackup } from './faces/operator/backup.command.js';
import { registerDemo } from './faces/operator/demo.command.js';
import { registerImport } from './faces/operator/import.command.js';
import { registerKeys } from './faces/operator/keys.command.js';
import { registerMigrate } from './faces/operator/migrate.command.js';
import { registerOutbox } from './faces/operator/outbox.command.js';
import { registerReport } from './faces/operator/report.command.js';
import { registerUser } from './faces/operator/user.command.js';
import { Settings } from './platform/config/settings.js';

/** `lang-nghe COMMAND`: one file a command, in src/faces/operator. */
const booted: INestApplicationContext[] = [];
const cli: Cli = {
  settings: (options) => Settings.from(process.env, options),
  boot: async (settings = Settings.from(process.env), clock) => {
    const rooms = await bootRooms(settings, clock);
    booted.push(rooms);
    return rooms;
  },
  serve: serveWeb,
  print: (line) => process.stdout.write(`${line}\n`),
  progress: (line) => process.stderr.write(`${line}\n`),
};
const program = new Command('lang-nghe').description('Lắng Nghe: phản ánh, kiến nghị về thủ tục hành chính');
const COMMANDS = [
  registerMigrate,
  registerDemo,
  registerImport,
  registerUser,
  registerReport,
  registerOutbox,
  registerBackup,
  registerKeys,
];
for (const register of COMMANDS) {
  register(program, cli);
}

await orExplain(async () => {
  try {
    await program.parseAsync();
  } finally {
    for (const rooms of booted) await rooms.close();
  }
});
