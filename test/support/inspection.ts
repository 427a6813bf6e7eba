import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from '../../src/platform/config/settings.js';
import { SettableClock } from '../../src/platform/kernel/clock.js';
import { SecureRandom } from '../../src/platform/kernel/random.js';
import { FileFault } from '../../src/platform/storage/file-fault.js';
import { FileInspector, type InspectedFile } from '../../src/platform/storage/file-inspector.js';
import { FileStore } from '../../src/platform/storage/file-store.js';

/** The look at files, with a folder of its own. */
export class Inspection {
  private count = 0;

  private constructor(
    private readonly folder: string,
    private readonly inspector: FileInspector,
  ) {}

  static async open(): Promise<Inspection> {
    const folder = await mkdtemp(join(tmpdir(), 'lang-nghe-'));
    const settings = Settings.from({ NODE_ENV: 'test', STORAGE_DIR: folder });
    const store = new FileStore(settings, new SettableClock(0), new SecureRandom());
    return new Inspection(folder, new FileInspector(store));
  }

  async look(name: string, bytes: Buffer | string): Promise<InspectedFile> {
    const path = join(this.folder, `sent-${this.count++}`);
    await writeFile(path, bytes);
    return this.inspector.inspect(path, name);
  }

  /** @returns why it was refused; 'taken' where it was not. */
  async faultOf(name: string, bytes: Buffer | string): Promise<string> {
    try {
      await this.look(name, bytes);
      return 'taken';
    } catch (error) {
      if (error instanceof FileFault) return error.fault;
      throw error;
    }
  }

  /** What lies in the folder of incoming files. */
  incoming(): Promise<string[]> {
    return readdir(join(this.folder, 'files', 'incoming')).catch(() => []);
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}
