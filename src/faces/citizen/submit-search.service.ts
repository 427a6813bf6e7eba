import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import { procedureHit } from './procedure-hit.js';
import { chosenAgency, chosenProcedure, type SubmitForm } from './submit.form.js';
import type { Finding, Findings, Hit } from './submit.view.js';

/** As many as fit a small screen without scrolling far. */
const LIMIT = 8;

/** Finds what the form's two questions ask for, with and without script alike. */
@Injectable()
export class SubmitSearch {
  constructor(
    private readonly procedures: ProcedureSearch,
    private readonly agencies: AgencyDirectory,
  ) {}

  async proceduresFor(question: string): Promise<Hit[]> {
    return (await this.procedures.search(question, { limit: LIMIT })).map(procedureHit);
  }

  async agenciesFor(question: string): Promise<Hit[]> {
    const found = await this.agencies.search(question, LIMIT, { openOnly: true });
    return Promise.all(found.map((agency) => this.agencyHit(agency)));
  }

  /** What stands under the two questions. A question without a choice is answered, whichever button was pressed. */
  async findings(form: SubmitForm, asked: 'procedureCode' | 'agencyCode' | null): Promise<Findings> {
    const [procedure, agency] = [chosenProcedure(form), chosenAgency(form)];
    const wants = (name: typeof asked, code: string): boolean => asked === name || code === '';
    const found = procedure === null ? null : await this.procedures.byCode(procedure);
    const chosen = agency === null ? null : await this.agencies.byCode(agency);
    return {
      procedure: await finding(
        found && procedureHit(found),
        wants('procedureCode', form.procedureCode) ? form.procedureQuestion : '',
        (question) => this.proceduresFor(question),
      ),
      agency: await finding(
        chosen && (await this.agencyHit(chosen)),
        wants('agencyCode', form.agencyCode) ? form.agencyQuestion : '',
        (question) => this.agenciesFor(question),
      ),
    };
  }

  /** With the agency above it, where the name does not say it already: there are many communes of one name. */
  async agencyHit({ code, name, parentId }: Readonly<Agency>): Promise<Hit> {
    const parent = parentId === null ? null : await this.agencies.byId(parentId);
    // The root stands above everything and tells nothing apart.
    const above = parent === null || parent.parentId === null ? null : parent.name;
    const isSaid = above === null || name.includes(above.replace(/^Ủy ban nhân dân /, ''));
    return isSaid ? { value: code, text: name } : { value: code, text: name, detail: above };
  }
}

async function finding(
  chosen: Hit | null,
  question: string,
  search: (question: string) => Promise<Hit[]>,
): Promise<Finding> {
  const searched = question !== '';
  return { chosen, searched, results: searched ? await search(question) : [] };
}
