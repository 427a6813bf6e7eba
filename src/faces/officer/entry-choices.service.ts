import { Injectable } from '@nestjs/common';
import { reach, type StaffActor } from '../../accounts/staff-actor.js';
import { AgencyChoice, type AgencyFinding, type AgencyHit } from '../../directory/agency-choice.service.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import {
  NO_PROCEDURE,
  ProcedureChoice,
  type ProcedureFinding,
} from '../../directory/procedure-choice.service.js';
import type { Procedure } from '../../directory/procedure.entity.js';
import { ProcedureSearch } from '../../directory/procedure.search.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { EntryForm } from './entry.form.js';

export type AskedEntry = 'procedureCode' | 'agencyCode' | null;

export interface EntryFindings {
  readonly procedure: ProcedureFinding;
  readonly agency: AgencyFinding;
}

/** What the form's codes stand for; what they do not stand for is a fault beside them. */
export interface EntryAddress {
  readonly procedure: Procedure | null;
  readonly agency: Readonly<Agency> | null;
  readonly faults: FieldErrors;
}

/** Procedure and place of intake of what is entered: an officer enters only where he or she takes in. */
@Injectable()
export class EntryChoices {
  constructor(
    private readonly procedures: ProcedureChoice,
    private readonly search: ProcedureSearch,
    private readonly agencies: AgencyChoice,
    private readonly directory: AgencyDirectory,
  ) {}

  /** @returns the code of the officer's own agency, or of one that he or she takes in for. */
  async usualAgency(actor: StaffActor): Promise<string> {
    const within = reach(actor, 'INTAKE_OFFICER');
    const own = await this.directory.byId(actor.agencyId);
    if (own && within.some((path) => own.path.startsWith(path))) return own.code;
    const grant = actor.grants.find(({ role }) => role === 'INTAKE_OFFICER');
    return (grant && (await this.directory.byId(grant.agencyId))?.code) ?? '';
  }

  /** Suggestions while typing. */
  agenciesFor(question: unknown, actor: StaffActor): Promise<AgencyHit[]> {
    return this.agencies.search(question, { within: reach(actor, 'INTAKE_OFFICER') });
  }

  async findings(form: EntryForm, asked: AskedEntry, actor: StaffActor): Promise<EntryFindings> {
    const { procedureCode, procedureQuestion, agencyCode: code, agencyQuestion: question } = form;
    const asksProcedure = asked === 'procedureCode' || procedureCode === '';
    return {
      procedure: await this.procedures.finding(procedureCode, asksProcedure ? procedureQuestion : ''),
      agency: await this.agencies.finding(
        { code, question, asked: asked === 'agencyCode' },
        { within: reach(actor, 'INTAKE_OFFICER') },
      ),
    };
  }

  async resolve({ procedureCode, agencyCode }: EntryForm, actor: StaffActor): Promise<EntryAddress> {
    const isNamed = procedureCode !== '' && procedureCode !== NO_PROCEDURE;
    const procedure = isNamed ? await this.search.byCode(procedureCode) : null;
    const agency = await this.agencies.choose(agencyCode, { within: reach(actor, 'INTAKE_OFFICER') });
    const faults: Record<string, Message> = {};
    if (isNamed && !procedure) faults.procedureCode = { key: 'staffEntry.procedureUnknown' };
    if (agencyCode !== '' && !agency) faults.agencyCode = { key: 'staffEntry.agencyNotYours' };
    return { procedure, agency, faults };
  }
}
