import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';
import { contactRoles } from '../../feedback/contact-policy.js';
import { Erasure } from '../../feedback/erasure.entity.js';
import { ErasureDue } from '../../feedback/erasure-due.query.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { retention } from '../../feedback/retention.js';
import { Choices } from '../../platform/installation/choices.service.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { formOf, type PersonalDataForm, retentionOf } from './personal-data.form.js';
import { type ActRow, personalDataPage } from './personal-data.view.js';
import type { PageModel } from '../../platform/web/page.js';

const LATEST = 20;

/** Gathers what the page of personal data shows: the rule, what it would erase now, what was erased. */
@Injectable()
export class PersonalDataPages {
  constructor(
    private readonly choices: Choices,
    private readonly due: ErasureDue,
    @InjectRepository(Erasure) private readonly erasures: Repository<Erasure>,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  /** @param typed what was sent, tried or with faults; the rule in force without it. */
  async show(typed: PersonalDataForm | null = null, errors: FieldErrors = {}): Promise<PageModel> {
    const rule = await this.choices.get(retention);
    const form = typed ?? formOf(rule, await this.choices.get(contactRoles));
    const isWhole = Object.keys(errors).length === 0;
    return personalDataPage({
      form,
      errors,
      now: await this.due.counts(rule),
      tried: typed && isWhole ? await this.due.counts(retentionOf(typed)) : null,
      waiting: await this.items.countBy({ erasureAskedAt: Not(IsNull()), erasedAt: IsNull() }),
      acts: await this.acts(),
    });
  }

  private async acts(): Promise<ActRow[]> {
    const rows = await this.erasures
      .createQueryBuilder('erasure')
      .select('erasure.act', 'act')
      .addSelect('erasure.rule', 'rule')
      .addSelect('MAX(erasure.at)', 'at')
      .addSelect('COUNT(*)', 'items')
      .groupBy('erasure.act')
      .addGroupBy('erasure.rule')
      .orderBy('MAX(erasure.at)', 'DESC')
      .limit(LATEST)
      .getRawMany<{ act: string; rule: Erasure['rule']; at: number | string; items: number | string }>();
    return rows.map(({ act, rule, at, items }) => ({ act, rule, at: Number(at), items: Number(items) }));
  }
}
