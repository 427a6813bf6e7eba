import type { MigrationInterface } from 'typeorm';

/** Migrations in order, an own list for each engine; new ones come from `npm run migration:generate -- Name`. */
export const sqliteMigrations: (new () => MigrationInterface)[] = [];
export const postgresMigrations: (new () => MigrationInterface)[] = [];
