import { readFileSync } from 'node:fs';
import type { Role } from '../../../accounts/role.js';
import type { AgencyLevel } from '../../../directory/agency-level.js';
import type { Subject } from '../../../feedback/classification.js';

/** An invented province with its people and their worries: src/faces/operator/seed/demo.json. */
export interface DemoSeed {
  readonly agencies: readonly DemoAgency[];
  readonly accounts: readonly {
    username: string;
    name: string;
    position: string;
    role: Role;
    agency: string;
  }[];
  readonly procedures: readonly {
    code: string;
    name: string;
    field: string;
    level: string;
    deciding: string;
  }[];
  readonly people: readonly string[];
  readonly streets: readonly string[];
  readonly enterprises: readonly string[];
  readonly stories: readonly Story[];
}

export interface DemoAgency {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: AgencyLevel;
  readonly parent: string | null;
  readonly validTo?: string;
  readonly successor?: string;
  readonly address: string;
  readonly phone: string;
}

/** A worry, and how it was answered. */
export interface Story {
  readonly subject: Subject;
  readonly procedure: string | null;
  readonly title: string;
  readonly content: string;
  readonly reply: string;
  readonly outcome: string;
}

export const DEMO = JSON.parse(
  readFileSync(new URL('../seed/demo.json', import.meta.url), 'utf8'),
) as DemoSeed;
