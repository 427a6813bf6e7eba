import { Body, Controller, Get, Param, Post, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { DirectoryImports } from '../../directory/directory-imports.service.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Message } from '../../platform/kernel/errors.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { ImportDesk } from './import-desk.service.js';
import { ImportForm } from './import.form.js';
import { importListPage, importPage, IMPORTED_FILE } from './import.view.js';

const SHOWN = 30;

/** Files that change the catalogues: sent in, tried, looked at, applied. */
@Controller()
@StaffOverAll('ADMIN')
export class ImportController {
  constructor(
    private readonly imports: DirectoryImports,
    private readonly desk: ImportDesk,
  ) {}

  @Get(paths.imports.route)
  async list(): Promise<Page> {
    const { value } = readForm(ImportForm, {});
    Object.assign(value, { kind: 'PROCEDURES' });
    return importListPage(await this.imports.list(SHOWN), value, {}, 200);
  }

  @Post(paths.imports.route)
  @TakesFiles(IMPORTED_FILE)
  async send(
    @CurrentStaff() admin: SignedIn,
    @Body() body: unknown,
    @SentFiles() files: readonly SentFile[],
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(ImportForm, body);
    const sent = files.find(({ name, size }) => name !== '' || size > 0);
    const fault = faultOf(sent);
    if (!ok || !sent || fault) {
      const said = fault ? { ...errors, file: fault } : errors;
      return importListPage(await this.imports.list(SHOWN), value, said, 422);
    }
    const id = await this.desk.take(admin, value.kind, sent);
    return redirect(paths.directoryImport.to({ id }), {
      tone: 'info',
      key: 'directoryAdmin.imports.started',
    });
  }

  @Get(paths.directoryImport.route)
  async show(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<Page> {
    const row = await this.desk.open(id);
    // Works without script: the browser asks again while the file is being worked.
    if (row.state === 'CHECKING' || row.state === 'APPLYING') response.set('Refresh', '3');
    return importPage(row, await this.desk.hasFile(row));
  }

  @Post(paths.importApply.route)
  apply(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    return this.desk.apply(admin, id);
  }

  @Post(paths.importDrop.route)
  drop(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    return this.desk.drop(admin, id);
  }

  @Get(paths.importRows.route)
  rows(
    @CurrentStaff() admin: SignedIn,
    @Param('id') id: string,
    @Param('rows') rows: string,
  ): Promise<StreamableFile> {
    return this.desk.rows(admin, id, rows);
  }
}

function faultOf(sent: SentFile | undefined): Message | null {
  if (!sent) return { key: 'directoryAdmin.imports.needFile' };
  if (sent.fault === null) return null;
  const known = sent.fault === 'noRoom' ? 'noRoom' : 'tooLarge';
  return { key: `directoryAdmin.fault.${known}` };
}
