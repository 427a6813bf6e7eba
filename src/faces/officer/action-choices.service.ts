import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AgencyChoice, type AgencyFinding } from '../../directory/agency-choice.service.js';
import { ProcedureChoice, type ProcedureFinding } from '../../directory/procedure-choice.service.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import type { Need } from '../../feedback/transition.js';
import type { ActionForm } from './action.form.js';

/** What stands under a step's questions for an agency, a procedure, a field; null and empty where it does not ask. */
export interface ActionFindings {
  readonly agency: AgencyFinding | null;
  readonly procedure: ProcedureFinding | null;
  readonly fields: readonly { readonly id: number; readonly name: string }[];
}

/** Finds what a step's form lets people choose from the directory. */
@Injectable()
export class ActionChoices {
  constructor(
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
    private readonly agencies: AgencyChoice,
    private readonly procedures: ProcedureChoice,
  ) {}

  async of(needs: readonly Need[], form: Partial<ActionForm>): Promise<ActionFindings> {
    const classifies = needs.includes('classification');
    return {
      agency: needs.includes('agency') ? await this.agencyOf(form) : null,
      procedure: classifies ? await this.procedureOf(form) : null,
      fields: classifies ? await this.fields.find({ where: { retired: false }, order: { name: 'ASC' } }) : [],
    };
  }

  private agencyOf(form: Partial<ActionForm>): Promise<AgencyFinding> {
    const { agency = '', agencyQuestion = '', find } = form;
    return this.agencies.finding({ code: agency, question: agencyQuestion, asked: find === 'agency' });
  }

  private procedureOf(form: Partial<ActionForm>): Promise<ProcedureFinding> {
    const { procedureCode = '', procedureQuestion = '', find } = form;
    const asks = find === 'procedureCode' || procedureCode === '';
    return this.procedures.finding(procedureCode, asks ? procedureQuestion : '');
  }
}
