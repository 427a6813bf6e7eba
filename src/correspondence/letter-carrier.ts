import { Injectable } from '@nestjs/common';
import { Mailer } from '../platform/mail/mailer.js';
import { LetterPress } from './letter-press.js';
import { type Facts, type LetterName, letterOf } from './letters.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

/** A letter with whom it goes to. */
export interface Dispatch {
  /** Of its outbox row. */
  readonly key: string;
  readonly to: string;
  readonly letter: LetterName;
  readonly facts: Facts;
  /** Key of the mail that began, or would have begun, the conversation. */
  readonly thread: string | null;
  /** The colleague it goes to; null for a submitter. */
  readonly staffId: number | null;
}

/** Prints a letter and hands it to the mailer; letters that may be declined say how. */
@Injectable()
export class LetterCarrier {
  constructor(
    private readonly press: LetterPress,
    private readonly mailer: Mailer,
    private readonly links: UnsubscribeLinks,
  ) {}

  /** @throws as `Mailer.send`. */
  async carry({ key, to, letter, facts, thread, staffId }: Dispatch): Promise<void> {
    const { list } = letterOf(letter);
    const unsubscribe = list && staffId !== null ? this.links.to(staffId, list) : null;
    const printed = await this.press.print(letter, facts, unsubscribe);
    await this.mailer.send({ key, to, ...printed, thread, unsubscribe });
  }
}
