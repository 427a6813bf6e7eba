import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Agency } from '../directory/agency.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { Procedure } from '../directory/procedure.entity.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { withOfficialWords } from './everyday-words.js';
import { matchAgency, tellingName } from './match-agency.js';
import { ProcedureIndex } from './procedure-index.service.js';

/** What a text may be about. It only ever proposes: nothing follows from it by itself. */
export interface TextProposal {
  readonly procedure: Procedure;
  readonly field: ProcedureField | null;
  /** Who decides on the procedure, in the portal's words; empty where it tells nobody. */
  readonly agencyName: string;
  /** The same in the directory, where it is known there. */
  readonly agency: Readonly<Agency> | null;
  /** The words that decided, strongest first. */
  readonly words: readonly string[];
}

const MOST = 3;
/** Milliseconds for which a page waits. */
const PATIENCE = 300;
/** What is so much weaker than the first is noise. */
const SHARE = 0.5;

/** The second proposer: works from the words alone, over the procedures' names and whole texts. */
@Injectable()
export class ProposeFromText {
  constructor(
    private readonly index: ProcedureIndex,
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
    private readonly agencies: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * @param nearId the agency that asks, or takes it in: of many departments of one name the nearest is meant.
   * @returns up to three procedures, best first; none where only single syllables were found.
   */
  async propose(text: string, nearId: number | null): Promise<TextProposal[]> {
    const ranked = (await this.index.current()).rank(withOfficialWords(text), MOST);
    const least = (ranked[0]?.score ?? 0) * SHARE;
    const found = ranked.filter(({ score, words }) => score >= least && words[0]?.includes(' '));
    const rows = await this.procedures.findBy({ id: In(found.map(({ id }) => id)) });
    const fields = await this.fields.findBy({ id: In(rows.map(({ fieldId }) => fieldId)) });
    const agencyOf = rows.length > 0 ? await this.matcher(nearId) : () => null;
    return found.flatMap(({ id, words }): TextProposal[] => {
      const procedure = rows.find((row) => row.id === id);
      if (!procedure) return [];
      const agencyName = tellingName([procedure.decidingAgency, procedure.handlingAgency]);
      const field = fields.find((one) => one.id === procedure.fieldId) ?? null;
      return [{ procedure, field, agencyName, agency: agencyOf(agencyName), words }];
    });
  }

  /** As `propose`, for pages: who would have to wait for the index to be made gets nothing this time. */
  soon(text: string, nearId: number | null): Promise<TextProposal[]> {
    const found = this.propose(text, nearId).catch(() => []);
    return Promise.race([found, setTimeout(PATIENCE, [], { ref: false })]);
  }

  private async matcher(nearId: number | null): Promise<(name: string) => Readonly<Agency> | null> {
    const [all, tree] = [await this.agencies.all(), await this.agencies.tree()];
    const today = tree.at(dayOf(this.clock.now()));
    const alive = [...all.values()].filter(({ id }) => today.isAlive(id));
    const near = nearId === null ? null : (all.get(nearId) ?? null);
    return (name) => {
      const found = name === '' ? null : matchAgency(name, alive, near);
      return found && (all.get(found.id) ?? null);
    };
  }
}
