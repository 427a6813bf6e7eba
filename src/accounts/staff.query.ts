import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, type DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { fold, foldWords } from '../platform/kernel/fold.js';
import { Grant } from './grant.entity.js';
import type { Role } from './role.js';
import { Staff } from './staff.entity.js';

/** A role with the agency it was given at, in words. */
export interface HeldRole {
  readonly role: Role;
  readonly agencyId: number;
  readonly agencyCode: string;
  readonly agency: string;
  readonly path: string;
}

/** One account as administrators see it. */
export interface StaffRow {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly position: string;
  readonly agencyId: number;
  readonly agencyCode: string;
  readonly agency: string;
  readonly path: string;
  readonly active: boolean;
  readonly invited: boolean;
  readonly passwordTemporary: boolean;
  readonly email: string | null;
  readonly wantsDigest: boolean;
  readonly wantsReminders: boolean;
  readonly grants: readonly HeldRole[];
}

const COLUMNS = [
  ...['id', 'username', 'name', 'position', 'agencyId', 'active', 'invited', 'passwordTemporary'],
  ...['email', 'wantsDigest', 'wantsReminders'],
];

/** Accounts with agencies and roles, for the pages of administrators and of the person. */
@Injectable()
export class StaffQuery {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * @param tops paths of subtrees; only people who work inside one are found.
   * @param question words of a name or user name, marks or no marks; empty for all.
   * @returns at most `limit` accounts, active ones first, by user name.
   */
  async within(tops: readonly string[], question: string, limit: number): Promise<StaffRow[]> {
    if (tops.length === 0) return [];
    const query = this.rows().andWhere(
      new Brackets((any) => {
        for (const [index, top] of tops.entries())
          any.orWhere(`agency.path LIKE :top${index}`, { [`top${index}`]: `${top}%` });
      }),
    );
    query.orderBy('staff.active', 'DESC').addOrderBy('staff.username');
    const words = foldWords(question);
    // Without a question the database stops at the limit; with one, a few thousand names are folded here.
    if (words.length === 0) query.limit(limit);
    const rows = await query.getRawMany<Omit<StaffRow, 'grants'>>();
    const found = rows.filter(({ name, username }) => {
      const folded = fold(`${name} ${username}`);
      return words.every((word) => folded.includes(word));
    });
    return this.withGrants(found.slice(0, limit));
  }

  /** @returns the account, or null. */
  async byId(id: number): Promise<StaffRow | null> {
    const rows = await this.rows().andWhere('staff.id = :id', { id }).getRawMany<Omit<StaffRow, 'grants'>>();
    const [row] = await this.withGrants(rows);
    return row ?? null;
  }

  private rows(): SelectQueryBuilder<Staff> {
    return this.source.manager
      .createQueryBuilder(Staff, 'staff')
      .innerJoin(Agency, 'agency', 'agency.id = staff.agencyId')
      .where('1 = 1')
      .select(COLUMNS.map((c) => `staff.${c} AS "${c}"`))
      .addSelect(['agency.name AS agency', 'agency.code AS "agencyCode"', 'agency.path AS path']);
  }

  private async withGrants(rows: Omit<StaffRow, 'grants'>[]): Promise<StaffRow[]> {
    const manager = this.source.manager;
    const held = await manager.find(Grant, {
      where: { staffId: In(rows.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const agencies = await manager.findBy(Agency, { id: In(held.map(({ agencyId }) => agencyId)) });
    const byId = new Map(agencies.map((agency) => [agency.id, agency]));
    const grantsOf = (staffId: number): HeldRole[] =>
      held
        .filter((grant) => grant.staffId === staffId)
        .flatMap(({ role, agencyId }) => heldRole(role, byId.get(agencyId)));
    return rows.map((row) => ({
      ...row,
      // A raw row of SQLite has 0 and 1.
      active: isSet(row.active),
      invited: isSet(row.invited),
      passwordTemporary: isSet(row.passwordTemporary),
      wantsDigest: isSet(row.wantsDigest),
      wantsReminders: isSet(row.wantsReminders),
      grants: grantsOf(row.id),
    }));
  }
}

function isSet(flag: unknown): boolean {
  return flag === true || flag === 1;
}

function heldRole(role: Role, agency: Agency | undefined): HeldRole[] {
  if (!agency) return [];
  const { id, code, name, path } = agency;
  return [{ role, agencyId: id, agencyCode: code, agency: name, path }];
}
