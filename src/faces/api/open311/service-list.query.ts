import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ProcedureField } from '../../../directory/procedure-field.entity.js';
import { Translator } from '../../../platform/i18n/translator.js';

/** A service of GeoReport is a field (lĩnh vực) in which something can be said. */
export interface Service {
  readonly code: string;
  readonly name: string;
}

/** What belongs to no field; never the code of a field, which is made of letters alone. */
export const NO_FIELD = '0';

@Injectable()
export class ServiceList {
  constructor(
    private readonly translator: Translator,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  /** Those in use, by name; what belongs to no field comes first, so that there are always several once there is one field. */
  async all(): Promise<Service[]> {
    const fields = await this.fields.find({ where: { retired: false } });
    const byName = new Intl.Collator('vi');
    return [this.unnamed(), ...fields.sort((a, b) => byName.compare(a.name, b.name)).map(serviceOf)];
  }

  async byCode(code: string): Promise<Service | null> {
    if (code === NO_FIELD) return this.unnamed();
    const field = await this.fields.findOneBy({ code, retired: false });
    return field && serviceOf(field);
  }

  /** @param field of an item; null where it has none. */
  of(field: Pick<ProcedureField, 'code' | 'name'> | null): Service {
    return field ? serviceOf(field) : this.unnamed();
  }

  private unnamed(): Service {
    return { code: NO_FIELD, name: this.translator.t('open311.noField') };
  }
}

function serviceOf({ code, name }: Pick<ProcedureField, 'code' | 'name'>): Service {
  return { code, name };
}
