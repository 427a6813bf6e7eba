import { Injectable } from '@nestjs/common';
import { auditLine, type AuditLine, type Say } from './audit-line.js';
import { AuditList } from './audit-list.service.js';
import { AuditNameQuery } from './audit-names.query.js';
import { type AuditQuestion, placeText, readPlace } from './audit-question.js';

const SHOWN = 50;

/** Pages of the list, in words. */
@Injectable()
export class AuditPages {
  constructor(
    private readonly list: AuditList,
    private readonly names: AuditNameQuery,
  ) {}

  /** @param after where the page before ended; '' for the first. @returns the lines, and where the next page begins. */
  async page(
    question: AuditQuestion,
    after: string,
    say: Say,
  ): Promise<{ readonly lines: AuditLine[]; readonly next: string | null }> {
    const found = await this.list.behind(question, readPlace(after), SHOWN + 1);
    const deeds = found.slice(0, SHOWN);
    const names = await this.names.of(deeds);
    const last = found.length > SHOWN ? deeds.at(-1) : undefined;
    return { lines: deeds.map((deed) => auditLine(deed, names, say)), next: last ? placeText(last) : null };
  }
}
