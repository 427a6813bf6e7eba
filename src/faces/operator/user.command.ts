import { text } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { PasswordService } from '../../accounts/password.service.js';
import { isRole, type Role, ROLES } from '../../accounts/role.js';
import { StaffService } from '../../accounts/staff.service.js';
import { normaliseUsername } from '../../accounts/username.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { DomainError, UsageError } from '../../platform/kernel/errors.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { Cli } from './cli-context.js';

interface UserOptions {
  readonly username: string;
  readonly name: string;
  readonly position?: string;
  readonly email?: string;
  readonly agency: string;
  readonly role: string;
  readonly passwordStdin?: true;
}

/** `user add`: accounts without the web, for scripts and for whoever has locked the last administrator out. */
export function registerUser(program: Command, cli: Cli): void {
  program
    .command('user')
    .description('accounts of staff')
    .command('add')
    .description('adds a person; prints a password when none is given')
    .requiredOption('--username <name>', '3 to 40 Latin letters, digits or . _ -')
    .requiredOption('--name <name>', 'the person’s name')
    .option('--position <text>', 'what citizens may read instead of the name')
    .option('--email <address>', 'where work mail goes')
    .requiredOption('--agency <code>', 'where the person works and where the roles hold, with all below')
    .requiredOption('--role <roles>', `one or more, separated by commas: ${ROLES.join(', ')}`)
    .option(
      '--password-stdin',
      'reads the password from standard input; it never belongs into a command line',
    )
    .action((options: UserOptions) => addUser(options, cli));
}

async function addUser(options: UserOptions, cli: Cli): Promise<void> {
  const roles = readRoles(options.role);
  const given = options.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const app = await cli.boot();
  const agency = await app.get(AgencyDirectory).byCode(options.agency);
  if (!agency) throw new UsageError('--agency: there is no agency with this code');
  const password = given ?? app.get(PasswordService).generate();
  const { username, name, position, email } = options;
  await app
    .get(StaffService)
    .add({
      ...{ username, name, position, email, password, agencyId: agency.id },
      passwordTemporary: given === null,
      grants: roles.map((role) => ({ role, agencyId: agency.id })),
    })
    .catch((error: unknown) => {
      throw inWords(error, app);
    });
  cli.print(`${normaliseUsername(username)}  ${roles.join(',')}  ${agency.code} ${agency.name}`);
  if (given === null) cli.print(`password: ${password}`);
}

function readRoles(list: string): Role[] {
  return list.split(',').map((part) => {
    const role = part.trim().toUpperCase();
    if (!isRole(role)) throw new UsageError(`--role: is not one of ${ROLES.join(', ')}`);
    return role;
  });
}

/** The fault beside its option, in one line. */
function inWords(error: unknown, app: INestApplicationContext): unknown {
  if (!(error instanceof DomainError)) return error;
  const translator = app.get(Translator);
  const faults = Object.entries(error.fields).map(
    ([field, { key, params }]) => `--${field}: ${translator.t(key, params)}`,
  );
  return faults.length > 0 ? new UsageError(faults.join('; ')) : error;
}
