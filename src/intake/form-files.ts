import { Injectable } from '@nestjs/common';
import type { Message } from '../platform/kernel/errors.js';
import { cleanFileName } from '../platform/storage/clean-file-name.js';
import { FileFault, type FaultName } from '../platform/storage/file-fault.js';
import { FileInspector } from '../platform/storage/file-inspector.js';
import type { FileLimits } from '../platform/storage/file-limits.js';
import { FileStore } from '../platform/storage/file-store.js';
import type { SentFile } from '../platform/storage/sent-file.js';
import type { FieldErrors } from '../platform/web/read-form.js';
import { type Staged, StagedUploads } from './staged-uploads.service.js';
import { uploadView, type UploadView } from './upload.view.js';
import { megabytes } from './file-size.js';

/** More than any form of ours holds. */
const MOST_TOKENS = 40;

/** What a form holds of files, once its request was read. */
export interface FilesOfForm {
  /** For `StagedUploads.claim`. */
  readonly tokens: readonly string[];
  readonly staged: readonly Staged[];
  /** “Tải tệp lên” or “Gỡ” was pressed: the sender has not finished. */
  readonly isPressed: boolean;
  /** A button of the component was pressed, or a file is at fault: show the form again, do not send it. */
  readonly again: boolean;
  /** Beside the name `files`; to be shown with the form's other faults. */
  readonly errors: FieldErrors;
  /** For the component: `{{> upload upload=upload form=form}}`. */
  readonly view: UploadView;
}

/**
 * The files of a form, for any page that takes some. Three things make a form take files:
 *
 * 1. the template: `enctype="multipart/form-data"` on the form, and `{{> upload upload=upload form=form}}` as its last field;
 * 2. the route: `@TakesFiles(STAFF_FILES)` on the POST method, and two of its parameters:
 *    `@Body() body: unknown, @SentFiles() sent: readonly SentFile[]`;
 * 3. the method:
 *    ```
 *    const { value, errors, ok } = readForm(NoteForm, body);
 *    const files = await this.files.read(body, sent, STAFF_FILES);
 *    if (files.again) return this.shown(value, files.errors, files.view);      // 422 where errors has something, else 200
 *    if (!ok) return this.shown(value, errors, files.view);                    // files stay with the form
 *    await this.unitOfWork.run(async (tx) =>
 *      this.notes.write(…, await this.staged.claim(tx, files.tokens, STAFF_FILES)));
 *    ```
 *    `claim` gives `NewAttachment[]`, inside the same unit of work as the step that stores them. A page shown by GET
 *    starts with `this.files.none(STAFF_FILES)`.
 *
 * What was received is kept while the form is corrected, for a day: the form carries signed tokens, not files.
 */
@Injectable()
export class FormFiles {
  constructor(
    private readonly staged: StagedUploads,
    private readonly inspector: FileInspector,
    private readonly store: FileStore,
  ) {}

  /** @returns the component's view of a form without files. */
  none(limits: FileLimits): UploadView {
    return uploadView([], [], limits);
  }

  /**
   * Looks at what came, keeps what is good, and says beside the field what is wrong with the rest.
   * @param body as it was parsed: `files` tokens, and the component's buttons
   * @param sent from `@SentFiles()`
   */
  async read(body: unknown, sent: readonly SentFile[], limits: FileLimits): Promise<FilesOfForm> {
    const tokens = tokensIn(body);
    const isPressed = isButton(body);
    await this.takeBack(body);
    const before = await this.staged.list(tokens);
    const kept = [...before];
    const faults: Message[] = [];
    if (before.length < tokens.length) faults.push({ key: 'files.gone' });
    for (const file of sent) {
      const fault = kept.length >= limits.most ? 'tooMany' : file.fault;
      const told = fault ?? (await this.stage(file));
      if (typeof told === 'string') faults.push(faultMessage(told, file.name, limits));
      else kept.push(told);
    }
    if (kept.some(({ scan }) => scan === 'INFECTED')) faults.push({ key: 'files.infected' });
    if (kept.length > limits.most) faults.push({ key: 'files.tooMany', params: { most: limits.most } });
    const [first] = faults;
    return {
      tokens: kept.map(({ token }) => token),
      staged: kept,
      isPressed,
      again: isPressed || first !== undefined,
      errors: first ? { files: first } : {},
      view: uploadView(kept, faults, limits),
    };
  }

  /** “Gỡ” was pressed: nobody should have to wait for the sweep to get rid of a wrong file. */
  private async takeBack(body: unknown): Promise<void> {
    const { fileRemove } = partsOf(body);
    const storedName = typeof fileRemove === 'string' ? await this.staged.forget(fileRemove) : null;
    if (storedName !== null) await this.store.remove(storedName);
  }

  private async stage({ path, name }: SentFile): Promise<Staged | FaultName> {
    if (path === null) return 'broken';
    try {
      const { path: good, ...told } = await this.inspector.inspect(path, name);
      const bytes = await this.store.keep(good);
      return await this.staged.add({ ...told, ...bytes });
    } catch (error) {
      if (error instanceof FileFault) return error.fault;
      throw error;
    }
  }
}

/**
 * The tokens of a form, without the one whose “Gỡ” was pressed. For the step that sends the form: a repeat of what
 * was sent already names files that are staged no longer, and is no fault.
 */
export function tokensIn(body: unknown): string[] {
  const { files = [], fileRemove } = partsOf(body);
  const texts = [files].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return [...new Set(texts)].filter((token) => token !== fileRemove).slice(0, MOST_TOKENS);
}

function isButton(body: unknown): boolean {
  const sent = partsOf(body);
  return sent['fileAdd'] !== undefined || sent['fileRemove'] !== undefined;
}

/** Anything can stand in a body. */
function partsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function faultMessage(fault: FaultName, name: string, limits: FileLimits): Message {
  const params = { name: cleanFileName(name), most: limits.most, size: megabytes(limits.size) };
  return { key: `files.fault.${fault}`, params };
}
