import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { packageRoot } from '../platform/config/package-root.js';
import { Settings } from '../platform/config/settings.js';
import { Translator } from '../platform/i18n/translator.js';
import { authorityIdentity } from '../platform/installation/authority-identity.js';
import { Choices } from '../platform/installation/choices.service.js';
import { filled } from './letter-words.js';
import { LetterTexts } from './letter-texts.service.js';
import type { Facts, LetterName } from './letters.js';
import { blocksOf, piecesOf } from './mail-body.js';

/** A letter ready for its envelope. */
export interface PrintedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Fills a letter's words and sets them as text and as HTML; both say the same. */
@Injectable()
export class LetterPress {
  private readonly page: Handlebars.TemplateDelegate;
  private readonly ours: string;

  constructor(
    private readonly texts: LetterTexts,
    private readonly translator: Translator,
    private readonly choices: Choices,
    settings: Settings,
  ) {
    this.ours = settings.baseUrl;
    const source = readFileSync(join(packageRoot(), 'views/mail/page.html.hbs'), 'utf8');
    this.page = Handlebars.create().compile(source, { strict: true, knownHelpersOnly: true });
  }

  /** @param unsubscribe address of the page that ends this kind of mail; null where there is none. */
  async print(name: LetterName, facts: Facts, unsubscribe: string | null): Promise<PrintedLetter> {
    return this.set(filled(await this.texts.current(name), facts), await this.sender(), unsubscribe);
  }

  /** Who writes, and how people reach them, as far as the authority has said so; one line each. */
  private async sender(): Promise<string[]> {
    const { name, address, phone, email } = await this.choices.get(authorityIdentity);
    return [name, [address, phone, email].filter(Boolean).join(' · ')].filter(Boolean);
  }

  private set(
    { subject, body }: { subject: string; body: string },
    sender: readonly string[],
    unsubscribe: string | null,
  ): PrintedLetter {
    const footer = [...sender, this.translator.t('mail.footer.automatic'), this.ours];
    if (unsubscribe !== null) footer.push(`${this.translator.t('mail.footer.unsubscribe')} ${unsubscribe}`);
    const html = this.page({
      subject,
      open: this.translator.t('mail.open'),
      blocks: blocksOf(body, this.ours),
      footer: footer.map((line) => piecesOf(line, this.ours)),
    });
    return { subject, text: `${body}\n\n-- \n${footer.join('\n')}\n`, html };
  }
}
