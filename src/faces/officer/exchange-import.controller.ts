import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import type { ItemImport } from '../../intake/item-import.entity.js';
import { ItemImports } from '../../intake/item-imports.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { BadLinesCsv } from './bad-lines.csv.js';
import { ExportForm, ImportForm } from './exchange.form.js';
import { exchangePage, importPage } from './exchange.view.js';

/** A hundred thousand items with their words. */
const IMPORT_FILES = { most: 1, size: 200 * 1024 * 1024 } as const;

/** A file of items: sent, tried, looked at, and taken in by the person's word. */
@Controller()
@Staff('INTAKE_OFFICER')
export class ExchangeImportController {
  constructor(
    private readonly imports: ItemImports,
    private readonly badLines: BadLinesCsv,
  ) {}

  @TakesFiles(IMPORT_FILES)
  @Post(paths.exchangeSend.route)
  async send(
    @CurrentStaff() staff: SignedIn,
    @Body() body: unknown,
    @SentFiles() files: readonly SentFile[],
  ): Promise<Page | Redirect> {
    const { value, errors } = readForm(ImportForm, body);
    const file = files.find(({ size, name }) => size > 0 || name !== '');
    const faults: FieldErrors = { ...errors, ...fileFault(file) };
    if (Object.keys(faults).length > 0 || !file?.path) return this.again(staff, value, faults);
    const { name, path } = file;
    const { staffId } = staff;
    const id = await this.imports.add({
      ...{ path, staffId, source: value.source },
      fileName: name.toWellFormed().slice(0, 200),
    });
    return redirect(paths.exchangeImport.to({ id }));
  }

  @Get(paths.exchangeImport.route)
  async show(@CurrentStaff() staff: SignedIn, @Param('id') id: string): Promise<Page> {
    return importPage(await this.open(staff, id));
  }

  @Post(paths.exchangeBegin.route)
  async begin(@CurrentStaff() staff: SignedIn, @Param('id') text: string): Promise<Redirect> {
    const row = await this.open(staff, text);
    const begun = await this.imports.begin(row);
    const flash = begun
      ? ({ tone: 'success', key: 'partners.import.begun' } as const)
      : ({ tone: 'info', key: 'partners.import.notNow' } as const);
    return redirect(paths.exchangeImport.to({ id: row.id }), flash);
  }

  @Post(paths.exchangeDrop.route)
  async drop(@CurrentStaff() staff: SignedIn, @Param('id') text: string): Promise<Redirect> {
    const row = await this.open(staff, text);
    const flash = (await this.imports.drop(row))
      ? ({ tone: 'success', key: 'partners.import.dropped' } as const)
      : ({ tone: 'info', key: 'partners.import.notNow' } as const);
    return redirect(paths.exchange.to(), flash);
  }

  /** Every bad line, while the file is there. */
  @Get(paths.exchangeBad.route)
  async bad(@CurrentStaff() staff: SignedIn, @Param('id') text: string): Promise<StreamableFile> {
    const lines = await this.badLines.of(await this.open(staff, text), staffActor(staff));
    if (lines === null) throw new DomainError('not-found', 'partners.import.fileGone');
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="dong-loi.csv"',
    });
  }

  private open({ staffId }: SignedIn, id: string): Promise<ItemImport> {
    return this.imports.open(/^\d{1,9}$/.test(id) ? Number(id) : 0, staffId);
  }

  private async again(staff: SignedIn, form: ImportForm, errors: FieldErrors): Promise<Page> {
    const exporting = { form: readForm(ExportForm, { format: 'csv' }).value, errors: {} };
    return exchangePage(staff, exporting, { form, errors }, await this.imports.list(staff.staffId), 422);
  }
}

function fileFault(file: SentFile | undefined): FieldErrors {
  if (file?.path) return {};
  const key = file?.fault === 'tooLarge' ? 'tooLarge' : file?.fault === 'noRoom' ? 'noRoom' : 'needFile';
  return { newFiles: { key: `partners.import.${key}` } };
}
