import type { Agency } from '../../directory/agency.entity.js';
import { API } from './api-addresses.js';
import { lower } from './item.json.js';

/** An agency with the contact points that it must publish. @param all every agency there ever was, by id */
export function agencyJson(agency: Readonly<Agency>, all: ReadonlyMap<number, Readonly<Agency>>): object {
  const { code, name, shortName, level, validFrom, validTo, intakeOpen } = agency;
  const { address, postalAddress, phone, email, website } = agency;
  return {
    ...{ code, name, shortName, level: lower(level) },
    parent: named(all.get(agency.parentId ?? 0)),
    ...{ validFrom, validTo, successor: named(all.get(agency.successorId ?? 0)) },
    ...{ intakeOpen, address, postalAddress, phone, email, website },
    href: API.agency.to({ code }),
  };
}

function named(agency: Readonly<Agency> | undefined): object | null {
  return agency ? { code: agency.code, name: agency.name } : null;
}
