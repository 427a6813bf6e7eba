import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { auditedStaff, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { packageRoot } from '../platform/config/package-root.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';
import { faultOfWords, type LetterWords, wordsOfFile } from './letter-words.js';
import { LETTER_NAMES, type LetterName, letterOf } from './letters.js';
import { MailTemplate } from './mail-template.entity.js';

/** The words of every letter: the product's own, unless an administrator has put others in their place. */
@Injectable()
export class LetterTexts {
  private readonly own: ReadonlyMap<LetterName, LetterWords>;

  /** @throws Error for a letter of ours that is broken: it stops the start, not a mail. */
  constructor(
    @InjectRepository(MailTemplate) private readonly changed: Repository<MailTemplate>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {
    this.own = new Map(LETTER_NAMES.map((name) => [name, ownWords(name)]));
  }

  async current(name: LetterName): Promise<LetterWords> {
    return (await this.changed.findOneBy({ letter: name })) ?? this.ownOf(name);
  }

  /** @returns the letters that have other words than the product's own. */
  async changedOnes(): Promise<ReadonlySet<string>> {
    return new Set((await this.changed.find({ select: { letter: true } })).map(({ letter }) => letter));
  }

  /** @throws DomainError `invalid` beside `subject` or `body`. */
  async change(name: LetterName, words: LetterWords, staffId: number): Promise<void> {
    const faults = faultsOf(name, words);
    if (Object.keys(faults).length > 0) throw new DomainError('invalid', 'errors.invalid', {}, faults);
    const row = { letter: name, ...words, changedAt: this.clock.now(), changedById: staffId };
    await this.unitOfWork.run(async (tx) => {
      await tx.save(MailTemplate, row);
      await this.note(tx, 'letter.change', name, staffId);
    });
  }

  /** Puts the product's own words back. */
  async reset(name: LetterName, staffId: number): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { affected } = await tx.delete(MailTemplate, { letter: name });
      if (affected) await this.note(tx, 'letter.reset', name, staffId);
    });
  }

  private note(tx: EntityManager, action: string, name: LetterName, staffId: number): Promise<void> {
    const note = { action, subjectKind: 'letter', subject: name };
    return this.audit.record(tx, auditedStaff({ staffId }), note);
  }

  private ownOf(name: LetterName): LetterWords {
    const words = this.own.get(name);
    if (!words) throw new Error(`there is no letter ${name}`);
    return words;
  }
}

/** @returns what is wrong with a letter's words, by field. */
export function faultsOf(
  name: LetterName,
  { subject, body }: LetterWords,
): Readonly<Record<string, Message>> {
  const { placeholders, needs } = letterOf(name);
  const found = {
    subject: faultOfWords(subject, placeholders),
    body: faultOfWords(body, placeholders) ?? missing(body, needs),
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, Message] => entry[1] !== null),
  );
}

function missing(body: string, needs: string | undefined): Message | null {
  if (needs === undefined || new RegExp(`\\{\\{\\s*${needs}\\s*\\}\\}`).test(body)) return null;
  return { key: 'mail.words.missing', params: { name: needs } };
}

function ownWords(name: LetterName): LetterWords {
  const file = `views/mail/${name}.text.hbs`;
  const words = wordsOfFile(readFileSync(join(packageRoot(), file), 'utf8'));
  const [fault] = Object.values(faultsOf(name, words));
  if (fault) throw new Error(`${file}: ${fault.key} ${JSON.stringify(fault.params)}`);
  return words;
}
