import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';

/** An agency as `components/combobox` offers it. */
export interface AgencyHit {
  readonly value: string;
  readonly text: string;
  /** The agency above it: there are many communes of one name. */
  readonly detail: string;
}

/** What stands under the question “which agency”. */
export interface AgencyFinding {
  readonly chosen: AgencyHit | null;
  readonly results: readonly AgencyHit[];
  readonly searched: boolean;
}

const MOST = 10;
const LONGEST_QUESTION = 200;

/** Finds the agency to which an item goes: any that is alive today, whether citizens may choose it or not. */
@Injectable()
export class AgencyChoice {
  constructor(private readonly agencies: AgencyDirectory) {}

  async search(question: string): Promise<AgencyHit[]> {
    const found = await this.agencies.search(question.slice(0, LONGEST_QUESTION), MOST);
    return Promise.all(found.map((agency) => this.hit(agency)));
  }

  /** @returns the agency's id; undefined for no code, or one that is none. */
  async idOf(code: string): Promise<number | undefined> {
    return code === '' ? undefined : (await this.agencies.byCode(code))?.id;
  }

  /** @param asked whether the “find” button was pressed; a question without a choice is answered anyway. */
  async finding(code: string, question: string, asked: boolean): Promise<AgencyFinding> {
    const agency = code === '' ? null : await this.agencies.byCode(code);
    const searched = question !== '' && (asked || agency === null);
    const results = searched ? await this.search(question) : [];
    return {
      chosen: agency && (await this.hit(agency)),
      results: results.filter(({ value }) => value !== agency?.code),
      searched,
    };
  }

  private async hit({ code, name, parentId }: Readonly<Agency>): Promise<AgencyHit> {
    const parent = parentId === null ? null : await this.agencies.byId(parentId);
    return { value: code, text: name, detail: parent?.name ?? '' };
  }
}
