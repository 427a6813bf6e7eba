import { Injectable } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { ProcedureChoice } from '../../directory/procedure-choice.service.js';
import { chosenAgency, chosenProcedure, type SubmitForm } from '../../intake/submit.form.js';
import type { Findings, Hit } from './submit.view.js';

const OPEN_TO_CITIZENS = { openOnly: true };

/** Finds what the form's two questions ask for, with and without script alike. */
@Injectable()
export class SubmitSearch {
  constructor(
    private readonly procedures: ProcedureChoice,
    private readonly agencies: AgencyChoice,
  ) {}

  async proceduresFor(question: string): Promise<readonly Hit[]> {
    return this.procedures.search(question);
  }

  async agenciesFor(question: string): Promise<Hit[]> {
    return this.agencies.search(question, OPEN_TO_CITIZENS);
  }

  /** What stands under the two questions. A question without a choice is answered, whichever button was pressed. */
  async findings(form: SubmitForm, asked: 'procedureCode' | 'agencyCode' | null): Promise<Findings> {
    const asksProcedure = asked === 'procedureCode' || form.procedureCode === '';
    const agency = {
      code: chosenAgency(form) ?? '',
      question: agencyQuestionOf(form, asked),
      asked: asked === 'agencyCode',
    };
    return {
      procedure: await this.procedures.finding(
        chosenProcedure(form),
        asksProcedure ? form.procedureQuestion : '',
      ),
      agency: await this.agencies.finding(agency, OPEN_TO_CITIZENS),
    };
  }
}

/** Who chose “I don't know” is not asked again, unless the button was pressed. */
function agencyQuestionOf(form: SubmitForm, asked: 'procedureCode' | 'agencyCode' | null): string {
  return asked === 'agencyCode' || form.agencyCode === '' ? form.agencyQuestion : '';
}
