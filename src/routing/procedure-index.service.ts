import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, MoreThan, type Repository } from 'typeorm';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { ProcedureText } from '../directory/procedure-text.entity.js';
import { Procedure } from '../directory/procedure.entity.js';
import { type TextIndex, TextIndexBuilder } from './text-index.js';

/** Rows read at once, and texts added before others are let go first: each costs half a millisecond. */
const READ = 100;
const ADDED = 10;

interface Built {
  readonly stamp: string;
  readonly index: TextIndex;
}

/**
 * The procedures' names and whole texts as an index in memory: made when first asked for, made again when procedures
 * have changed. While it is made again the old one answers, so that nobody waits for an import.
 */
@Injectable()
export class ProcedureIndex {
  private built: Built | null = null;
  private making: Promise<Built> | null = null;

  constructor(
    @InjectRepository(Procedure) private readonly procedures: Repository<Procedure>,
    @InjectRepository(ProcedureText) private readonly texts: Repository<ProcedureText>,
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
  ) {}

  async current(): Promise<TextIndex> {
    const stamp = await this.stamp();
    if (this.built?.stamp === stamp) return this.built.index;
    const fresh = this.make(stamp);
    if (!this.built) return (await fresh).index;
    fresh.catch(() => undefined); // the next question tries again
    return this.built.index;
  }

  /** @returns once the index holds what is stored now. */
  async settled(): Promise<void> {
    await this.making;
    const stamp = await this.stamp();
    if (this.built?.stamp !== stamp) await this.make(stamp);
  }

  /** The same work for everybody who asks meanwhile. */
  private make(stamp: string): Promise<Built> {
    this.making ??= this.read(stamp)
      .then((built) => (this.built = built))
      .finally(() => {
        this.making = null;
      });
    return this.making;
  }

  private async read(stamp: string): Promise<Built> {
    const fields = new Map((await this.fields.find()).map(({ id, name }) => [id, name]));
    const builder = new TextIndexBuilder();
    for (let after = 0, rows = READ; rows === READ;) {
      const page = await this.procedures.find({
        select: { id: true, name: true, fieldId: true },
        where: { id: MoreThan(after), status: 'ACTIVE' },
        order: { id: 'ASC' },
        take: READ,
      });
      const texts = await this.texts.findBy({ procedureId: In(page.map(({ id }) => id)) });
      const bodies = new Map(texts.map(({ procedureId, body }) => [procedureId, body]));
      for (const [at, { id, name, fieldId }] of page.entries()) {
        builder.add({ id, title: name, body: `${fields.get(fieldId) ?? ''}\n${bodies.get(id) ?? ''}` });
        if (at % ADDED === ADDED - 1) await setImmediate();
      }
      after = page.at(-1)?.id ?? after;
      rows = page.length;
    }
    return { stamp, index: builder.build() };
  }

  /** Read before the rows: a change in between is noticed by the next question. */
  private async stamp(): Promise<string> {
    return `${(await this.procedures.maximum('revision')) ?? 0}:${await this.procedures.count()}`;
  }
}
