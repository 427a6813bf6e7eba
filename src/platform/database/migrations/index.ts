import type { MigrationInterface } from 'typeorm';
import { AppendOnly1763683200001 } from './append-only.js';
import { AuditAppendOnly1795240800001 } from './audit-append-only.js';
import { OfficeBackfill1795219200001 } from './office-backfill.js';
import { Initial1763683200000 as InitialPostgres } from './postgres/1763683200000-initial.js';
import { Office1795219200000 as OfficePostgres } from './postgres/1795219200000-office.js';
import { Open1795240800000 as OpenPostgres } from './postgres/1795240800000-open.js';
import { Initial1763683200000 as InitialSqlite } from './sqlite/1763683200000-initial.js';
import { Office1795219200000 as OfficeSqlite } from './sqlite/1795219200000-office.js';
import { SearchIndex1795240800002 } from './search-index.js';
import { Open1795240800000 as OpenSqlite } from './sqlite/1795240800000-open.js';

type Migrations = (new () => MigrationInterface)[];

/** Migrations in order, an own list for each engine; new ones come from `npm run migration:generate -- name`. */
export const sqliteMigrations: Migrations = [
  InitialSqlite,
  AppendOnly1763683200001,
  OfficeSqlite,
  OfficeBackfill1795219200001,
  OpenSqlite,
  AuditAppendOnly1795240800001,
  SearchIndex1795240800002,
];
export const postgresMigrations: Migrations = [
  InitialPostgres,
  AppendOnly1763683200001,
  OfficePostgres,
  OfficeBackfill1795219200001,
  OpenPostgres,
  AuditAppendOnly1795240800001,
  SearchIndex1795240800002,
];
