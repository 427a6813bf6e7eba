import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../../accounts/role.js';
import type { StaffActor } from '../../../accounts/staff-actor.js';
import { StaffService } from '../../../accounts/staff.service.js';
import { Agency } from '../../../directory/agency.entity.js';
import { AgencyDirectory } from '../../../directory/agency-directory.service.js';
import { AgencyRegistry } from '../../../directory/agency-registry.service.js';
import type { ProcedureLevel } from '../../../directory/procedure-record.js';
import { Procedure } from '../../../directory/procedure.entity.js';
import { ProcedureField } from '../../../directory/procedure-field.entity.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { fold } from '../../../platform/kernel/fold.js';
import { DEMO, type DemoAgency } from './demo-seed.js';

/** Shown on the console: the demonstration is thrown away, its accounts are nobody's. */
export const DEMO_PASSWORD = 'nghe-dan-noi-2026';
const SINCE = '2015-01-01';

/** What the happenings of the demonstration need to know. */
export interface DemoGround {
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** Actors with the roles of the accounts, by role, over the whole province. */
  readonly actors: Readonly<Record<Role, StaffActor>>;
}

/** @returns whether this database holds the demonstration already (a DATABASE_URL that was used before). */
export function hasDemo(rooms: INestApplicationContext): Promise<boolean> {
  return rooms.get(UnitOfWork).run((tx) => tx.existsBy(Agency, { code: DEMO.agencies[0]?.code }));
}

/** The invented province, its procedures and one account for every role. */
export async function layGround(rooms: INestApplicationContext): Promise<DemoGround> {
  const agencies = await addAgencies(rooms);
  const procedures = await rooms.get(UnitOfWork).run((tx) => addProcedures(tx));
  const staff = await Promise.all(
    DEMO.accounts.map((account) => addAccount(rooms, account, agencies.get(account.agency))),
  );
  const actors: Partial<Record<Role, StaffActor>> = {};
  for (const actor of staff.toReversed()) for (const role of actor.roles) actors[role] = actor;
  return { agencies, procedures, actors: actors as Record<Role, StaffActor> };
}

async function addAgencies(rooms: INestApplicationContext): Promise<Map<string, Agency>> {
  const registry = rooms.get(AgencyRegistry);
  const root = await rooms.get(AgencyDirectory).root();
  const added = new Map<string, Agency>();
  for (const agency of DEMO.agencies) {
    const parentId = (agency.parent === null ? root : added.get(agency.parent))?.id ?? null;
    added.set(agency.code, await registry.add({ ...detailsOf(agency), parentId, validFrom: SINCE }));
  }
  const top = added.get(DEMO.agencies[0]?.code ?? '');
  if (top) await registry.takeUnaddressed(top.id); // so that somebody of the demonstration sees it
  for (const { code, validTo, successor } of DEMO.agencies) {
    const id = added.get(code)?.id;
    if (id !== undefined && validTo)
      await registry.abolish(id, validTo, added.get(successor ?? '')?.id ?? null);
  }
  return added;
}

function detailsOf({
  code,
  name,
  shortName,
  level,
  address,
  phone,
}: DemoAgency): Omit<Parameters<AgencyRegistry['add']>[0], 'parentId' | 'validFrom'> {
  const mail = `${code.toLowerCase()}@hoagiang.example`;
  return {
    code,
    name,
    shortName,
    level,
    address,
    postalAddress: address,
    phone,
    email: mail,
    website: 'https://hoagiang.example',
  };
}

async function addProcedures(tx: EntityManager): Promise<Map<string, Procedure>> {
  const added = new Map<string, Procedure>();
  for (const { code, name, field, level, deciding } of DEMO.procedures) {
    const { id: fieldId } = await tx.findOneByOrFail(ProcedureField, { name: field });
    const row = tx.create(Procedure, {
      code,
      name,
      fieldId,
      folded: fold(`${name} ${code} ${field}`),
      levels: [level as ProcedureLevel],
      decidingAgency: deciding,
      handlingAgency: deciding,
      subjects: [],
    });
    await tx.insert(Procedure, row);
    added.set(code, row);
  }
  return added;
}

async function addAccount(
  rooms: INestApplicationContext,
  { username, name, position, role }: (typeof DEMO.accounts)[number],
  agency: Agency | undefined,
): Promise<StaffActor> {
  if (!agency) throw new Error(`the demo has no agency for ${username}`);
  const grant = { role, agencyId: agency.id };
  const person = {
    username,
    name,
    position,
    agencyId: agency.id,
    password: DEMO_PASSWORD,
    passwordTemporary: false,
  };
  const staffId = await rooms.get(StaffService).add({ ...person, grants: [grant] });
  const grants = [{ ...grant, path: agency.path }];
  return { kind: 'staff', staffId, name, roles: [role], agencyId: agency.id, grants };
}
