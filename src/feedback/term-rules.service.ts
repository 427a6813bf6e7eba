import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TermBasis } from '../calendar/promise.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Channel, Subject, Urgency } from './classification.js';
import { TermRule } from './term-rule.entity.js';
import { settingFor, type TermQuestion } from './term-rule.js';
import { TERMS } from './terms.js';

/** A report that needs a promise, and the place of the agency that receives it: `/1/24/`. */
export interface Report {
  readonly subject: Subject;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly agencyPath: string;
  /** The day of receipt. */
  readonly day: CivilDay;
}

/** The working days that count, and where they come from. */
export interface TermInForce {
  readonly term: number;
  /** `term-rule.17` where an authority has set it, else `urgency.URGENT` or `handling.ADMIN_ACT`. */
  readonly rule: string;
  readonly basis?: TermBasis;
}

/** Which term counts for a report: what authorities have set, else the general terms. */
@Injectable()
export class TermRules {
  /** @param manager of the unit of work, or the reader's. */
  async termFor(manager: EntityManager, { agencyPath, ...report }: Report): Promise<TermInForce> {
    const agencyLine = agencyPath.split('/').filter(Boolean).map(Number).reverse();
    const question: TermQuestion = { ...report, agencyLine };
    const found = settingFor(await settingsAbout(manager, question), question);
    if (!found) return generalTerm(report);
    const { id, term, agency, validFrom } = found;
    return { term, rule: `term-rule.${id}`, basis: { agency: agency?.name ?? null, from: validFrom } };
  }
}

/** The term where nobody has set one: the short ones for what is urgent, else by subject (domain §3.4, C3). */
export function generalTerm({ subject, urgency }: Pick<Report, 'subject' | 'urgency'>): TermInForce {
  if (urgency !== 'NORMAL') return { term: TERMS.urgency[urgency], rule: `urgency.${urgency}` };
  return { term: TERMS.handling[subject], rule: `handling.${subject}` };
}

/** Few rows: those of the day for the agencies of the line. Which of them counts is the pure rule's business. */
function settingsAbout(manager: EntityManager, { agencyLine, day }: TermQuestion): Promise<TermRule[]> {
  return manager
    .createQueryBuilder(TermRule, 'rule')
    .leftJoin('rule.agency', 'agency')
    .addSelect(['agency.id', 'agency.name'])
    .where('rule.validFrom <= :day AND (rule.validTo IS NULL OR rule.validTo > :day)', { day })
    .andWhere('(rule.agencyId IS NULL OR rule.agencyId IN (:...agencyLine))', {
      agencyLine: [0, ...agencyLine],
    })
    .getMany();
}
