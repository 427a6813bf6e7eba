import { Injectable } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import { procedureHit } from './procedure-hit.js';
import { chosenAgency, chosenProcedure, type SubmitForm } from './submit.form.js';
import type { Finding, Findings, Hit } from './submit.view.js';

/** As many as fit a small screen without scrolling far. */
const LIMIT = 8;
const OPEN_TO_CITIZENS = { openOnly: true };

/** Finds what the form's two questions ask for, with and without script alike. */
@Injectable()
export class SubmitSearch {
  constructor(
    private readonly procedures: ProcedureSearch,
    private readonly agencies: AgencyChoice,
  ) {}

  async proceduresFor(question: string): Promise<Hit[]> {
    return (await this.procedures.search(question, { limit: LIMIT })).map(procedureHit);
  }

  async agenciesFor(question: string): Promise<Hit[]> {
    return this.agencies.search(question, OPEN_TO_CITIZENS);
  }

  /** What stands under the two questions. A question without a choice is answered, whichever button was pressed. */
  async findings(form: SubmitForm, asked: 'procedureCode' | 'agencyCode' | null): Promise<Findings> {
    const procedure = chosenProcedure(form);
    const found = procedure === null ? null : await this.procedures.byCode(procedure);
    const agency = {
      code: chosenAgency(form) ?? '',
      question: agencyQuestionOf(form, asked),
      asked: asked === 'agencyCode',
    };
    return {
      procedure: await finding(
        found && procedureHit(found),
        asked === 'procedureCode' || form.procedureCode === '' ? form.procedureQuestion : '',
        (question) => this.proceduresFor(question),
      ),
      agency: await this.agencies.finding(agency, OPEN_TO_CITIZENS),
    };
  }
}

/** Who chose “I don't know” is not asked again, unless the button was pressed. */
function agencyQuestionOf(form: SubmitForm, asked: 'procedureCode' | 'agencyCode' | null): string {
  return asked === 'agencyCode' || form.agencyCode === '' ? form.agencyQuestion : '';
}

async function finding(
  chosen: Hit | null,
  question: string,
  search: (question: string) => Promise<Hit[]>,
): Promise<Finding> {
  const searched = question !== '';
  return { chosen, searched, results: searched ? await search(question) : [] };
}
