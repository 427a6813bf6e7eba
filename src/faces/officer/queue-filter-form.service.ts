import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type AgencyFinding, AgencyChoice } from '../../directory/agency-choice.service.js';
import { type ProcedureFinding, ProcedureChoice } from '../../directory/procedure-choice.service.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { type Colleague, Colleagues } from '../../handling/colleagues.query.js';
import type { DeskContext } from './queue-condition.js';
import type { ReadQueue } from './queue-reader.service.js';

/** What the filters offer. */
export interface FilterChoices {
  readonly agency: AgencyFinding;
  readonly procedure: ProcedureFinding;
  readonly fields: readonly Pick<ProcedureField, 'id' | 'name'>[];
  readonly people: readonly Pick<Colleague, 'id' | 'name'>[];
}

/** Gathers what the filters of the queue may be set to. */
@Injectable()
export class QueueFilterForm {
  constructor(
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
    private readonly agencies: AgencyChoice,
    private readonly procedures: ProcedureChoice,
    private readonly colleagues: Colleagues,
  ) {}

  async choices({ form, errors }: ReadQueue, { actor }: DeskContext): Promise<FilterChoices> {
    const { agency: code, agencyQuestion: question, find } = form;
    const good = (name: 'agency' | 'procedure'): string => (name in errors ? '' : form[name]);
    const ofProcedure = find === 'procedure' || good('procedure') === '' ? form.procedureQuestion : '';
    const [agency, procedure, fields, people] = await Promise.all([
      this.agencies.finding({ code: 'agency' in errors ? '' : code, question, asked: find === 'agency' }),
      this.procedures.finding(good('procedure'), ofProcedure),
      this.fields.find({ select: { id: true, name: true }, order: { name: 'ASC' } }),
      this.colleagues.within(actor.grants.map(({ path }) => path)),
    ]);
    return { agency, procedure, fields, people };
  }
}
