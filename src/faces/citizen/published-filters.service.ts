import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { ProcedureChoice } from '../../directory/procedure-choice.service.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { PublishedQuestion } from '../../publication/published-question.js';
import { PublishedForm } from './published.form.js';
import type { Finding } from './submit.view.js';

/** The filters as an address says them, beside the edge of a page. */
export type PublishedAddress = Readonly<
  Record<'q' | 'agency' | 'field' | 'procedure' | 'from' | 'to', string | number | null>
>;

/** A question as it was read; `question` is null when something must be mended first. */
export interface ReadFilters {
  readonly form: PublishedForm;
  readonly errors: FieldErrors;
  readonly question: PublishedQuestion | null;
  readonly address: PublishedAddress;
  readonly agency: Finding;
  readonly procedure: Finding;
  /** The field's name, where one is chosen. */
  readonly field: string | null;
}

/** Reads what is asked of the published answers: for the list, its feed, and whatever else has the same filters. */
@Injectable()
export class PublishedFilters {
  constructor(
    private readonly agencies: AgencyDirectory,
    private readonly agencyChoice: AgencyChoice,
    private readonly procedures: ProcedureSearch,
    private readonly procedureChoice: ProcedureChoice,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  /** @param query what stands in the address: any shape. */
  async read(query: unknown): Promise<ReadFilters> {
    const { value: form, errors: faults } = readForm(PublishedForm, query);
    const sane = (name: keyof PublishedForm): boolean => !(name in faults);
    const agency = sane('agency') && form.agency !== '' ? await this.agencies.byCode(form.agency) : null;
    const procedure = await this.procedureFinding(form, sane('procedure') && sane('procedureQuestion'));
    const field = sane('field') && form.field ? await this.fields.findOneBy({ id: form.field }) : null;
    const errors = {
      ...(form.agency !== '' && !agency ? { agency: { key: 'published.error.agency' } } : {}),
      ...(form.field && !field ? { field: { key: 'published.error.field' } } : {}),
      ...(form.procedure !== '' && !procedure.chosen
        ? { procedure: { key: 'published.error.procedure' } }
        : {}),
      ...faults,
    };
    const ok = Object.keys(errors).length === 0;
    const { q, from, to } = form;
    const question = {
      ...{ words: q, below: agency?.path ?? null, fieldId: field?.id ?? null, from, to },
      procedureId: procedure.id,
    };
    return {
      form,
      errors,
      question: ok ? question : null,
      address: { q, agency: form.agency, field: form.field, procedure: form.procedure, from, to },
      agency: await this.agencyFinding(agency, form, sane('agencyQuestion')),
      procedure,
      field: field?.name ?? null,
    };
  }

  /** What stands under the question for the agency: the chosen one, also when it is no more, and hits for what was typed. */
  private async agencyFinding(
    agency: Awaited<ReturnType<AgencyDirectory['byCode']>>,
    { find, agencyQuestion }: PublishedForm,
    isSane: boolean,
  ): Promise<Finding> {
    const searched = isSane && agencyQuestion !== '' && (find === 'agency' || agency === null);
    const results = searched ? await this.agencyChoice.search(agencyQuestion) : [];
    return { chosen: agency && (await this.agencyChoice.hit(agency)), searched, results };
  }

  private async procedureFinding(
    { procedure: code, procedureQuestion, find }: PublishedForm,
    isSane: boolean,
  ): Promise<Finding & { id: number | null }> {
    if (!isSane) return { chosen: null, searched: false, results: [], id: null };
    const isAsked = find === 'procedure' || code === '';
    const finding = await this.procedureChoice.finding(code, isAsked ? procedureQuestion : '');
    const chosen = code === '' ? null : await this.procedures.byCode(code);
    return { ...finding, id: chosen?.id ?? null };
  }
}
