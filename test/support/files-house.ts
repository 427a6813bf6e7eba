import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Attachment } from '../../src/feedback/attachment.entity.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import { StagedUpload } from '../../src/intake/staged-upload.entity.js';
import { Settings } from '../../src/platform/config/settings.js';
import { type Kept, kept, SUBMISSION, type Typed } from './citizen-way.js';
import { DeskHouse } from './desk-house.js';
import type { BrowserAgent, BrowserPage, ChosenFile } from './browser-agent.js';

export const CHECK = '/gui/kiem-tra';

/** A desk, and what lies in its folder of files. */
export class FilesHouse extends DeskHouse {
  private get folder(): string {
    return join(this.house.app.get(Settings).dataDir, 'files');
  }

  /** Stored names of all bytes that are kept; their folders and rights are proved on the way. */
  async bytes(): Promise<string[]> {
    const names: string[] = [];
    for (const folder of await readdir(this.folder).catch(() => [])) {
      if (folder === 'incoming') continue;
      for (const name of await readdir(join(this.folder, folder))) {
        const { mode } = await stat(join(this.folder, folder, name));
        if (!name.startsWith(folder) || (mode & 0o777) !== 0o600)
          throw new Error(`${folder}/${name} is not where or how it should be`);
        names.push(name);
      }
    }
    return names.sort();
  }

  incoming(): Promise<string[]> {
    return readdir(join(this.folder, 'incoming')).catch(() => []);
  }

  pathOf(storedName: string): string {
    return join(this.folder, storedName.slice(0, 2), storedName);
  }

  staged(): Promise<StagedUpload[]> {
    return this.house.reader.find(StagedUpload, { order: { id: 'ASC' } });
  }

  async attached(code: string): Promise<Attachment[]> {
    const { id } = await this.house.reader.findOneByOrFail(Feedback, { code });
    return this.house.reader.find(Attachment, { where: { feedbackId: id }, order: { id: 'ASC' } });
  }

  /** The form, filled in, with files chosen; pressed is “Continue” unless a button is named. */
  async write(agent: BrowserAgent, files: readonly ChosenFile[], more: Typed = {}): Promise<BrowserPage> {
    await agent.visit('/gui');
    return agent.upload({ ...SUBMISSION, ...more }, files, CHECK);
  }

  /** A citizen's item with files, and the browser that has it open. */
  async sentWith(files: readonly ChosenFile[]): Promise<{ agent: BrowserAgent; keys: Kept }> {
    const agent = this.house.browser();
    const page = await this.write(agent, files);
    if (page.status !== 200) throw new Error(page.text);
    return { agent, keys: kept(await agent.submit()) };
  }
}

/** The links of a page that lead to files. */
export function fileLinks({ html }: BrowserPage): string[] {
  return Array.from(html.matchAll(/href="([^"]*\/tep\/\d+)"/g), ([, link = '']) => link);
}

/** A form's values as a plain form sends them. */
export function encoded(values: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    [value].flat().map((one) => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
