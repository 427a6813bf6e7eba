import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';

/** One agency as the combobox offers it. */
export interface AgencyHit {
  readonly value: string;
  readonly text: string;
  readonly detail: string;
}

/** What the combobox prints beside its field. */
export interface AgencyFinding {
  readonly chosen: AgencyHit | null;
  readonly results: readonly AgencyHit[];
  /** Whether the results answer a question that was just asked. */
  readonly searched: boolean;
}

const MOST = 12;

/** Finds agencies for forms; `tops` are the paths of the subtrees that may be chosen from, null for all. */
@Injectable()
export class AgencyFinder {
  constructor(private readonly directory: AgencyDirectory) {}

  async search(question: unknown, tops: readonly string[] | null): Promise<AgencyHit[]> {
    if (typeof question !== 'string') return [];
    const all = await this.directory.search(question.slice(0, 200), Number.MAX_SAFE_INTEGER);
    return all
      .filter(({ path }) => isWithin(path, tops))
      .slice(0, MOST)
      .map(hitOf);
  }

  /** @returns the agency with this code, also an abolished one or one out of reach: a role there can still be taken away. */
  byCode(code: string): Promise<Readonly<Agency> | null> {
    return this.directory.byCode(code);
  }

  /** @returns the agency with this code, when it may be chosen and is not abolished. */
  async choose(code: string, tops: readonly string[] | null): Promise<Readonly<Agency> | null> {
    const agency = await this.directory.byCode(code);
    return agency?.validTo === null && isWithin(agency.path, tops) ? agency : null;
  }

  /** @param asked whether the “Tìm” button sent the form. */
  async finding(
    { agency: code, question }: { agency: string; question: string },
    tops: readonly string[] | null,
    asked: boolean,
  ): Promise<AgencyFinding> {
    const chosen = await this.choose(code, tops);
    const hits = asked ? await this.search(question, tops) : [];
    const results = hits.filter(({ value }) => value !== chosen?.code);
    return { chosen: chosen && hitOf(chosen), results, searched: asked };
  }
}

function isWithin(path: string, tops: readonly string[] | null): boolean {
  return tops === null || tops.some((top) => path.startsWith(top));
}

function hitOf({ code, name }: Readonly<Agency>): AgencyHit {
  return { value: code, text: name, detail: code };
}
