import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Like } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { withAbbreviations } from './abbreviations.js';
import type { AgencyLevel } from './agency-level.js';
import { AgencyName } from './agency-name.entity.js';
import { AgencyPlacement } from './agency-placement.entity.js';
import { Agency } from './agency.entity.js';
import { foldedText } from './rank-matches.js';

/** In full, and for narrow places. */
export type AgencyNames = Pick<AgencyDetails, 'name' | 'shortName'>;

/** What may be said of an agency besides its place; contact points are those of NĐ 20/2008 Đ.13. */
export interface AgencyDetails {
  readonly name: string;
  readonly shortName: string;
  readonly level: AgencyLevel;
  readonly intakeOpen?: boolean;
  readonly takesUnaddressed?: boolean;
  readonly address?: string;
  readonly postalAddress?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
}

export interface NewAgency extends AgencyDetails {
  readonly code: string;
  readonly validFrom: CivilDay;
}

const fault = (field: string, key: string): DomainError =>
  new DomainError('invalid', key, {}, { [field]: { key } });

/** Keeps agencies, their places in time and their present paths in step; nothing else writes them. */
@Injectable()
export class AgencyRegistry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError invalid beside `code` (taken) or `parentId` (unknown). */
  async add({ parentId, ...agency }: NewAgency & { readonly parentId: number | null }): Promise<Agency> {
    const [row] = await this.addAll(parentId, [agency]);
    if (!row) throw new Error('an agency was added and is not there');
    return row;
  }

  /**
   * Adds siblings in a few statements, however many they are.
   * @returns the rows in the order given.
   * @throws DomainError as `add`; nothing is added then.
   */
  addAll(parentId: number | null, agencies: readonly NewAgency[]): Promise<Agency[]> {
    return this.unitOfWork.run(async (tx) => {
      const codes = agencies.map((agency) => agency.code);
      if (await tx.existsBy(Agency, { code: In(codes) })) throw fault('code', 'directory.error.codeTaken');
      const above = await pathOf(tx, parentId);
      const revision = await nextRevision(tx);
      const common = { parentId, path: '', validTo: null, successorId: null, revision };
      await tx.insert(
        Agency,
        agencies.map((agency) => ({ ...agency, ...common, folded: foldedOf(agency) })),
      );
      await setPaths(tx, codes, above);
      const rows = await tx.findBy(Agency, { code: In(codes) });
      const places = rows.map(({ id, validFrom }) => ({ agencyId: id, parentId, validFrom, validTo: null }));
      await tx.insert(AgencyPlacement, places);
      return rows.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
    });
  }

  /** Changes what is said of an agency, not its place. */
  change(id: number, details: Partial<AgencyDetails>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await found(tx, id);
      const { name = row.name, shortName = row.shortName } = details;
      const folded = await foldedWithPast(tx, { id, name, shortName, code: row.code });
      await tx.update(Agency, { id }, { ...details, folded, revision: await nextRevision(tx) });
    });
  }

  /**
   * Gives another name from that day on; the old one stays known, and is found. A second one for the same day
   * replaces the first.
   * @param on not in the future.
   * @throws DomainError invalid beside `on`: before it got its present name, or in the future.
   */
  rename(id: number, names: AgencyNames, on: CivilDay): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await found(tx, id);
      if (on > dayOf(this.clock.now())) throw fault('on', 'directory.error.inTheFuture');
      const [last] = await tx.find(AgencyName, {
        where: { agencyId: id },
        order: { validTo: 'DESC' },
        take: 1,
      });
      const named = last?.validTo ?? row.validFrom;
      if (on < named) throw fault('on', 'directory.error.renameTooEarly');
      const { name, shortName } = row;
      if (on > named)
        await tx.insert(AgencyName, { agencyId: id, name, shortName, validFrom: named, validTo: on });
      await this.change(id, names);
    });
  }

  /** From now on this agency, and no other, takes what citizens send without naming one. */
  takeUnaddressed(id: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await found(tx, id);
      const revision = await nextRevision(tx);
      await tx.update(Agency, { takesUnaddressed: true }, { takesUnaddressed: false, revision });
      await tx.update(Agency, { id: row.id }, { takesUnaddressed: true, revision });
    });
  }

  /**
   * Puts an agency, with all below it, under another parent from that day on; what was before stays known.
   * @param on not in the future, not before the day it came to its present parent.
   * @throws DomainError invalid beside `parentId` (unknown, itself or below it) or `on`.
   */
  move(id: number, parentId: number | null, on: CivilDay): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await found(tx, id);
      const above = await pathOf(tx, parentId);
      if (above.startsWith(row.path)) throw fault('parentId', 'directory.error.belowItself');
      if (on > dayOf(this.clock.now())) throw fault('on', 'directory.error.inTheFuture');
      await replacePlacement(tx, id, parentId, on);
      await tx.update(Agency, { id }, { parentId, revision: await nextRevision(tx) });
      await rebasePaths(tx, row.path, `${above}${id}/`);
    });
  }

  /**
   * Ends an agency: `on` is the first day it is no more. It stays in the tree under its last parent.
   * @throws DomainError invalid beside `on` (not after it began) or `successorId` (unknown, itself).
   */
  abolish(id: number, on: CivilDay, successorId: number | null): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await found(tx, id);
      if (on <= row.validFrom) throw fault('on', 'directory.error.endsBeforeItBegins');
      if (successorId === id) throw fault('successorId', 'directory.error.ownSuccessor');
      if (successorId !== null) await found(tx, successorId, 'successorId');
      await tx.update(Agency, { id }, { validTo: on, successorId, revision: await nextRevision(tx) });
      const placement = await tx.findOneBy(AgencyPlacement, { agencyId: id, validTo: IsNull() });
      if (placement) await tx.update(AgencyPlacement, { id: placement.id }, { validTo: on });
    });
  }
}

/** @returns the path of the parent, `/` above a root. */
async function pathOf(tx: EntityManager, parentId: number | null): Promise<string> {
  return parentId === null ? '/' : (await found(tx, parentId, 'parentId')).path;
}

async function found(tx: EntityManager, id: number, field = 'id'): Promise<Agency> {
  const row = await tx.findOneBy(Agency, { id });
  if (!row) throw fault(field, 'directory.error.unknownAgency');
  return row;
}

/** A second move on the same day replaces the first: an empty stay would leave two parents for one day. */
async function replacePlacement(
  tx: EntityManager,
  agencyId: number,
  parentId: number | null,
  on: CivilDay,
): Promise<void> {
  const current = await tx.findOneBy(AgencyPlacement, { agencyId, validTo: IsNull() });
  if (!current || on < current.validFrom) throw fault('on', 'directory.error.moveTooEarly');
  if (on === current.validFrom) {
    await tx.update(AgencyPlacement, { id: current.id }, { parentId });
    return;
  }
  await tx.update(AgencyPlacement, { id: current.id }, { validTo: on });
  await tx.insert(AgencyPlacement, { agencyId, parentId, validFrom: on, validTo: null });
}

/** A path ends in the row's own id, which the database gives. */
async function setPaths(tx: EntityManager, codes: readonly string[], above: string): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(Agency)
    .set({ path: () => `:above || CAST(id AS text) || '/'` })
    .where({ code: In([...codes]) })
    .setParameter('above', above)
    .execute();
}

/** Paths of the agency and all below it: the old beginning gives way to the new one. */
async function rebasePaths(tx: EntityManager, from: string, to: string): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(Agency)
    .set({ path: () => `:to || substr(path, ${from.length + 1})` })
    .where({ path: Like(`${from}%`) })
    .setParameter('to', to)
    .execute();
}

async function nextRevision(tx: EntityManager): Promise<number> {
  return ((await tx.maximum(Agency, 'revision')) ?? 0) + 1;
}

/** Former names go on being found. */
async function foldedWithPast(
  tx: EntityManager,
  { id, ...present }: Pick<Agency, 'id' | 'name' | 'shortName' | 'code'>,
): Promise<string> {
  const past = await tx.find(AgencyName, { where: { agencyId: id }, order: { validFrom: 'DESC' } });
  return [foldedOf(present), ...past.map(({ name, shortName }) => foldedText(name, shortName))].join(' ');
}

function foldedOf({ name, shortName, code }: Pick<Agency, 'name' | 'shortName' | 'code'>): string {
  return withAbbreviations(foldedText(name, shortName, code));
}
