import { Injectable } from '@nestjs/common';
import { auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  type AuthorityIdentity,
  authorityIdentity,
  markBytes,
} from '../../platform/installation/authority-identity.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { type PaperHeading, paperHeading } from '../../platform/installation/paper-heading.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AuthorityMarkReader } from './authority-mark.reader.js';

/** What the authority says of itself: read for the page, changed with its entry in the trail. */
@Injectable()
export class AuthoritySettings {
  constructor(
    private readonly choices: Choices,
    private readonly unitOfWork: UnitOfWork,
    private readonly marks: AuthorityMarkReader,
  ) {}

  identity(): Promise<AuthorityIdentity> {
    return this.choices.get(authorityIdentity);
  }

  heading(): Promise<PaperHeading> {
    return this.choices.get(paperHeading);
  }

  /** @param file a new mark; null keeps what there is. @throws DomainError invalid beside `mark` */
  async changeIdentity(
    words: Omit<AuthorityIdentity, 'mark'>,
    file: SentFile | null,
    admin: SignedIn,
  ): Promise<void> {
    const mark = file && (await this.marks.read(file));
    const by = auditedStaff(admin);
    await this.unitOfWork.run(async (tx) => {
      const before = await this.choices.get(authorityIdentity, tx);
      const after = { ...words, mark: mark?.facts ?? before.mark };
      if (mark && mark.facts.version !== before.mark?.version)
        await this.choices.set(tx, markBytes, mark.bytes, by, { version: mark.facts.version });
      await this.choices.set(tx, authorityIdentity, after, by, changed(before, after));
    });
  }

  /** The product's own mark stands again. */
  async removeMark(admin: SignedIn): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const identity = await this.choices.get(authorityIdentity, tx);
      if (identity.mark === null) return;
      await this.choices.set(tx, authorityIdentity, { ...identity, mark: null }, auditedStaff(admin), {
        fields: 'mark',
      });
    });
  }

  async changeHeading(heading: PaperHeading, admin: SignedIn): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const before = await this.choices.get(paperHeading, tx);
      await this.choices.set(tx, paperHeading, heading, auditedStaff(admin), changed(before, heading));
    });
  }
}

/** @returns which fields are others now; never their words. */
function changed<T extends object>(before: T, after: T): { readonly fields: string } {
  const names = (Object.keys(after) as (keyof T & string)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return { fields: names.join(' ') };
}
