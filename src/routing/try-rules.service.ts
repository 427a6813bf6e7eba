import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository } from 'typeorm';
import { Feedback } from '../feedback/feedback.entity.js';
import { whereNotConcerned } from '../feedback/policy.js';
import { type PastItem, RuleTrial, type Trial, type TriedRule } from './rule-trial.js';

/** Whose items are looked at. */
export interface TrialReach {
  /** Tops of the subtrees that the administrator runs. */
  readonly tops: readonly string[];
  /** The administrator: what is about the own conduct is not counted. */
  readonly staffId: number;
  readonly most: number;
}

/** Items of a chunk, and of these how many are read in one go: others want to be served meanwhile. */
const CHUNK = 250;
const READ = 20;
/** Beyond every key: both engines keep keys of 32 bits. */
const NEWEST = 2_147_483_647;

/** Tries rules on the newest items there are. Only codes, states and counts come out of it. */
@Injectable()
export class TryRules {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** @param rules in their order, as if all of them were switched on. */
  async on(rules: readonly TriedRule[], reach: TrialReach): Promise<Trial> {
    const trial = new RuleTrial(rules);
    let before = NEWEST;
    for (let left = reach.most; left > 0; left -= CHUNK) {
      const chunk = await this.chunk(reach, before, Math.min(left, CHUNK));
      for (const [at, item] of chunk.entries()) {
        trial.look(asPast(item));
        before = item.id;
        if (at % READ === READ - 1) await setImmediate();
      }
      if (chunk.length < CHUNK) break;
    }
    return trial.result();
  }

  /** What was redirected is a secret even from handlers; it is not a matter of routing either. */
  private chunk({ tops, staffId }: TrialReach, before: number, take: number): Promise<Feedback[]> {
    const columns = ['id', 'code', 'state', 'procedureId', 'fieldId', 'subject', 'place', 'title', 'content'];
    const query = this.items
      .createQueryBuilder('item')
      .select([...columns, 'handlingAgencyId'].map((column) => `item.${column}`))
      .innerJoin('item.handlingAgency', 'agency')
      .where('item.id < :before', { before })
      .andWhere("item.state <> 'REDIRECTED'")
      .andWhere(
        new Brackets((any) => {
          any.where('1 = 0');
          for (const [at, top] of tops.entries())
            any.orWhere(`agency.path LIKE :top${at}`, { [`top${at}`]: `${top}%` });
        }),
      )
      .orderBy('item.id', 'DESC')
      .limit(take);
    whereNotConcerned(query, 'item', staffId);
    return query.getMany();
  }
}

function asPast({ title, content, place, handlingAgencyId, ...item }: Feedback): PastItem {
  const { code, state, procedureId, fieldId, subject } = item;
  const text = `${title}\n${content}`;
  return { code, state, procedureId, fieldId, subject, place: place ?? '', text, agencyId: handlingAgencyId };
}
