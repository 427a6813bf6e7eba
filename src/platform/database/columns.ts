import { Column, type ColumnOptions, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Columns that mean the same on both engines. Every column names its type: `string | null` emits none,
 * and a column without a type breaks on one engine only.
 */
type Options = Pick<ColumnOptions, 'nullable' | 'unique' | 'default' | 'name' | 'select'>;

/** PostgreSQL's driver gives bigint as text; instants and counts fit a JavaScript number. */
const asNumber = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};

/** Primary key given by the database, ascending. */
export const Id = (): PropertyDecorator => PrimaryGeneratedColumn('increment', { type: 'integer' });

/** Primary key that is another row's key, or a number of our own. */
export const KeyColumn = (): PropertyDecorator => PrimaryColumn({ type: 'integer' });

/** Primary key beyond two thousand millions: instants and what is made of them. */
export const BigKeyColumn = (): PropertyDecorator => PrimaryColumn({ type: 'bigint', transformer: asNumber });

/** Primary key of text. */
export const TextKeyColumn = (length: number): PropertyDecorator =>
  PrimaryColumn({ type: 'varchar', length });

/** Text; with a length it is bounded (and may be indexed), without it is free. */
export const TextColumn = (options: Options & { length?: number } = {}): PropertyDecorator =>
  Column({ type: options.length === undefined ? 'text' : 'varchar', ...options } as ColumnOptions);

/** An instant in epoch milliseconds. */
export const InstantColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: asNumber, ...options });

/** A day in Vietnam, `YYYY-MM-DD`. */
export const DayColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 10, ...options });

export const DayKeyColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 10 });

export const IntColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'integer', ...options });

export const FlagColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'boolean', ...options });

/** A value stored as JSON text; small records that are read whole and never searched. */
export const JsonColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'simple-json', ...options });
