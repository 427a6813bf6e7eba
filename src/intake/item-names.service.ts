import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Agency } from '../directory/agency.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { DomainError } from '../platform/kernel/errors.js';
import { IntakeAddressing } from './intake-addressing.service.js';
import type { ItemFault } from './item-check.js';
import type { ItemRecord } from './item-record.js';

/** What the codes of a line stand for. */
export interface NamedParts {
  readonly agency: Pick<Agency, 'id' | 'path'>;
  readonly procedureId: number | null;
  readonly fieldId: number | null;
}

/** So many combinations of codes are remembered while one file is read. */
const KEPT = 2_000;

/** Looks up codes for one file, each combination once. */
export class ItemNames {
  private readonly known = new Map<string, NamedParts | ItemFault>();

  constructor(
    private readonly addressing: IntakeAddressing,
    private readonly fields: Repository<ProcedureField>,
  ) {}

  async of(record: ItemRecord): Promise<NamedParts | ItemFault> {
    const { agencyCode, procedureCode, fieldCode } = record;
    const key = [agencyCode, procedureCode, fieldCode].join('\n');
    const before = this.known.get(key);
    if (before) return before;
    const found = await this.look(record);
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(key, found);
    return found;
  }

  private async look({ agencyCode, procedureCode, fieldCode }: ItemRecord): Promise<NamedParts | ItemFault> {
    try {
      const codes = { agencyCode, procedureCode: procedureCode || null };
      const { agency, procedure } = await this.addressing.resolve(codes);
      const field = fieldCode === '' ? null : await this.fields.findOneBy({ code: fieldCode });
      if (fieldCode !== '' && field === null)
        return { column: 'fieldCode', message: { key: 'partners.import.fieldUnknown' } };
      const fieldId = field?.id ?? procedure?.fieldId ?? null;
      return { agency, procedureId: procedure?.id ?? null, fieldId };
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      const [[column, message] = ['agencyCode', { key: error.key }]] = Object.entries(error.fields);
      return { column, message };
    }
  }
}

/** Makes the look-up of one file. */
@Injectable()
export class ItemNamesFactory {
  constructor(
    private readonly addressing: IntakeAddressing,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  make(): ItemNames {
    return new ItemNames(this.addressing, this.fields);
  }
}
