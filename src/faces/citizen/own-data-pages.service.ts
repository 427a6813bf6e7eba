import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Erasure } from '../../feedback/erasure.entity.js';
import { retention } from '../../feedback/retention.js';
import { Choices } from '../../platform/installation/choices.service.js';
import type { FormView } from '../../platform/web/form-view.js';
import type { OwnData } from '../../tracking/own-data.js';
import { OwnDataQuery } from '../../tracking/own-data.query.js';
import { ownDataPage } from './own-data.view.js';
import type { Model } from './submit.view.js';

@Injectable()
export class OwnDataPages {
  constructor(
    private readonly data: OwnDataQuery,
    private readonly choices: Choices,
    @InjectRepository(Erasure) private readonly erasures: Repository<Erasure>,
  ) {}

  own(code: string): Promise<OwnData | null> {
    return this.data.of(code);
  }

  /** @returns null where there is no such item. */
  async show(code: string, form?: FormView): Promise<Model | null> {
    const own = await this.own(code);
    if (!own) return null;
    const proof = await this.erasures.findOneBy({ feedbackId: own.found.item.id });
    return ownDataPage(own, await this.choices.get(retention), proof, form);
  }
}
