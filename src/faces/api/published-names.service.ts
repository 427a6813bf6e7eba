import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import { DomainError, type Message } from '../../platform/kernel/errors.js';
import type { PublishedQuestion } from '../../publication/published-question.js';
import type { PublishedForm } from './published.form.js';

/** Finds what the codes of a question stand for. */
@Injectable()
export class PublishedNames {
  constructor(
    private readonly agencies: AgencyDirectory,
    private readonly procedures: ProcedureSearch,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  /** @throws DomainError invalid beside `agency`, `field` or `procedure`, when there is none of that code. */
  async question({
    q,
    agency,
    field,
    procedure,
    from,
    to,
  }: Pick<
    PublishedForm,
    'q' | 'agency' | 'field' | 'procedure' | 'from' | 'to'
  >): Promise<PublishedQuestion> {
    const found = {
      agency: agency === '' ? undefined : await this.agencies.byCode(agency),
      field: field === '' ? undefined : await this.fields.findOneBy({ code: field }),
      procedure: procedure === '' ? undefined : await this.procedures.byCode(procedure),
    };
    const faults = Object.entries(found).flatMap(([name, one]): [string, Message][] =>
      one === null ? [[name, { key: `api.fault.${name}` }]] : [],
    );
    if (faults.length > 0) throw new DomainError('invalid', 'errors.invalid', {}, Object.fromEntries(faults));
    return {
      words: q,
      below: found.agency?.path ?? null,
      fieldId: found.field?.id ?? null,
      procedureId: found.procedure?.id ?? null,
      ...{ from, to },
    };
  }
}
