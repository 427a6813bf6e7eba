import { Injectable } from '@nestjs/common';
import { AgencyDirectory, type AgencyFilter } from './agency-directory.service.js';
import type { Agency } from './agency.entity.js';

/** One agency as the combobox offers it. */
export interface AgencyHit {
  readonly value: string;
  readonly text: string;
  /** The agency above it, where the name does not say it: there are many communes of one name. */
  readonly detail?: string;
}

/** What stands under the question “which agency”. */
export interface AgencyFinding {
  readonly chosen: AgencyHit | null;
  readonly results: readonly AgencyHit[];
  /** Whether the results answer a question. */
  readonly searched: boolean;
}

/** What a form holds of its answer. */
export interface AgencyAnswer {
  readonly code: string;
  readonly question: string;
  /** Whether the button “Tìm” sent the form. */
  readonly asked: boolean;
}

const MOST = 10;
const LONGEST_QUESTION = 200;

/** Lets people choose an agency, with and without script alike: every form that asks for one asks here. */
@Injectable()
export class AgencyChoice {
  constructor(private readonly agencies: AgencyDirectory) {}

  /** @param question what came with the address: any shape. */
  async search(question: unknown, among: AgencyFilter = {}): Promise<AgencyHit[]> {
    if (typeof question !== 'string') return [];
    const found = await this.agencies.search(question.slice(0, LONGEST_QUESTION), MOST, among);
    return Promise.all(found.map((agency) => this.hit(agency)));
  }

  /** @returns the agency with this code, when it may be chosen and is not abolished. */
  async choose(code: string, { openOnly, within }: AgencyFilter = {}): Promise<Readonly<Agency> | null> {
    const agency = code === '' ? null : await this.agencies.byCode(code);
    const may = agency?.validTo === null && (agency.intakeOpen || !openOnly);
    return may && (within?.some((path) => agency.path.startsWith(path)) ?? true) ? agency : null;
  }

  /** @returns the agency, alive or not. */
  byId(id: number): Promise<Readonly<Agency> | null> {
    return this.agencies.byId(id);
  }

  /** A question without a choice is answered whichever button was pressed. */
  async finding({ code, question, asked }: AgencyAnswer, among: AgencyFilter = {}): Promise<AgencyFinding> {
    const agency = await this.choose(code, among);
    const searched = question !== '' && (asked || agency === null);
    const results = searched ? await this.search(question, among) : [];
    return {
      chosen: agency && (await this.hit(agency)),
      results: results.filter(({ value }) => value !== agency?.code),
      searched,
    };
  }

  async hit({ code, name, parentId }: Readonly<Agency>): Promise<AgencyHit> {
    const parent = parentId === null ? null : await this.agencies.byId(parentId);
    // The root stands above everything and tells nothing apart.
    const above = parent === null || parent.parentId === null ? null : parent.name;
    const isSaid = above === null || name.includes(above.replace(/^Ủy ban nhân dân /, ''));
    return isSaid ? { value: code, text: name } : { value: code, text: name, detail: above };
  }
}
