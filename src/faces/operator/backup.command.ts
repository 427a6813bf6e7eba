import { constants, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { backupSqlite } from '../../platform/database/backup-sqlite.js';
import { clockOf } from '../../platform/config/config.module.js';
import { databaseTarget } from '../../platform/database/database-target.js';
import { copyFiles } from '../../platform/storage/copy-files.js';
import { noteBackup } from '../../platform/storage/last-backup.js';
import { UsageError } from '../../platform/kernel/errors.js';
import type { Cli } from './cli-context.js';

/** `backup FILE`: the SQLite database while it is in use, and beside it the keys, without which no PIN is right, and the attached files. */
export function registerBackup(program: Command, cli: Cli): void {
  program
    .command('backup')
    .description('copies the SQLite database while it is in use, the keys and the attached files beside it')
    .argument('<file>', 'a new file; the keys become <file>.secrets.json, the files <file>.files')
    .action(async (file: string) => {
      const settings = cli.settings();
      const target = databaseTarget(settings.databaseUrl, settings.replicaUrls);
      try {
        await backupSqlite(target, file, (done, all) => {
          cli.progress(`${done}/${all} pages`);
        });
        const keys = `${file}.secrets.json`;
        await copyFile(join(settings.dataDir, 'secrets.json'), keys, constants.COPYFILE_EXCL);
        const files = `${file}.files`;
        await copyFiles(settings.dataDir, files, (done) => {
          cli.progress(`${done} files`);
        });
        await noteBackup(settings.dataDir, clockOf(settings).now());
        cli.print(`${file}\n${keys}\n${files}`);
      } catch (error) {
        throw inOneLine(error);
      }
    });
}

function inOneLine(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? new UsageError(`backup: cannot be written or read (${code})`) : error;
}
