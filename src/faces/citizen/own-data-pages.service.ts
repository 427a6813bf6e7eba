import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Erasure } from '../../feedback/erasure.entity.js';
import { retention } from '../../feedback/retention.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
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
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    @InjectRepository(Erasure) private readonly erasures: Repository<Erasure>,
  ) {}

  /** Writes down that a copy was taken: whoever holds the PIN might not be who should. @returns null where there is no such item. */
  async handOver(code: string): Promise<OwnData | null> {
    const own = await this.data.of(code);
    const note = { action: 'personal.export', subjectKind: 'feedback', subject: code };
    if (own) await this.unitOfWork.run((tx) => this.audit.record(tx, { kind: 'citizen' }, note));
    return own;
  }

  /** @returns null where there is no such item. */
  async show(code: string, form?: FormView): Promise<Model | null> {
    const own = await this.data.of(code);
    if (!own) return null;
    const proof = await this.erasures.findOneBy({ feedbackId: own.found.item.id });
    return ownDataPage(own, await this.choices.get(retention), proof, form);
  }
}
