import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Agency } from '../directory/agency.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import type { Procedure } from '../directory/procedure.entity.js';
import { ProcedureSearch } from '../directory/procedure.search.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';

/** Public codes as a form or a program names them; null where none is named. */
export interface Addressed {
  readonly procedureCode: string | null;
  readonly agencyCode: string | null;
  /** The field of what is about no procedure; beside a procedure it must be the procedure's own. */
  readonly fieldCode?: string | null | undefined;
}

/** What they stand for today. */
export interface IntakeAddress {
  readonly procedure: Procedure | null;
  /** The procedure's, or the one named. */
  readonly fieldId: number | null;
  readonly agency: Readonly<Agency>;
}

/** Says which procedure something is about and which agency takes it in. */
@Injectable()
export class IntakeAddressing {
  constructor(
    private readonly clock: Clock,
    private readonly agencies: AgencyDirectory,
    private readonly procedures: ProcedureSearch,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  /**
   * A repealed procedure may still be named: people feel rules after their end. An agency must be alive and open
   * to citizens; without one, the agency for everything that is not addressed takes it in.
   * @throws DomainError invalid, beside `procedureCode`, `fieldCode` or `agencyCode`; unavailable before any agency was entered.
   */
  async resolve({ procedureCode, agencyCode, fieldCode = null }: Addressed): Promise<IntakeAddress> {
    const procedure = procedureCode === null ? null : await this.procedures.byCode(procedureCode);
    const field = fieldCode === null ? null : await this.fields.findOneBy({ code: fieldCode });
    const agency = await this.agencyFor(agencyCode);
    const faults: Record<string, Message> = {};
    if (procedureCode !== null && !procedure) faults.procedureCode = { key: 'submit.procedureUnknown' };
    if (fieldCode !== null && !fits(field, procedure)) faults.fieldCode = { key: 'submit.fieldUnknown' };
    if (!agency) faults.agencyCode = { key: 'submit.agencyGone' };
    if (!agency || Object.keys(faults).length > 0)
      throw new DomainError('invalid', 'errors.invalid', {}, faults);
    return { procedure, fieldId: procedure?.fieldId ?? field?.id ?? null, agency };
  }

  private async agencyFor(code: string | null): Promise<Readonly<Agency> | null> {
    if (code === null) {
      const root = await this.agencies.intakeRoot();
      if (!root) throw new DomainError('unavailable', 'submit.noAgencyYet');
      return root;
    }
    const agency = await this.agencies.byCode(code);
    if (!agency?.intakeOpen) return null;
    const tree = await this.agencies.tree();
    return tree.isAlive(agency.id, dayOf(this.clock.now())) ? agency : null;
  }
}

function fits(field: ProcedureField | null, procedure: Procedure | null): boolean {
  return field !== null && (procedure === null || procedure.fieldId === field.id);
}
