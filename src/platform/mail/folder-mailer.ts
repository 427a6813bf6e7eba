import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMail, type Envelope } from './compose-mail.js';
import type { MailMessage } from './mail-message.js';
import { Mailer } from './mailer.js';

/** Where no mail server is set: each mail is a file that mail programs open, named after its outbox key. */
export class FolderMailer extends Mailer {
  constructor(
    private readonly folder: string,
    private readonly envelope: () => Promise<Envelope>,
  ) {
    super();
  }

  /** A repetition writes the same file again. */
  async send(mail: MailMessage): Promise<void> {
    const { raw } = await composeMail(mail, await this.envelope());
    const name = `${fileName(mail.key)}.eml`;
    await mkdir(this.folder, { recursive: true });
    const draft = join(this.folder, `.${name}`);
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(this.folder, name));
  }

  async forget(keyBeginning: string): Promise<void> {
    const beginning = fileName(keyBeginning);
    for (const name of await readdir(this.folder).catch(() => []))
      if (name.startsWith(beginning)) await rm(join(this.folder, name), { force: true });
  }
}

const fileName = (key: string): string => key.replace(/[^\w.-]+/g, '-');
