import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { QueueFilterForm } from './queue-filter-form.service.js';
import { QueueLists } from './queue-lists.service.js';
import { QueueReader } from './queue-reader.service.js';
import { QueueRows } from './queue-rows.service.js';
import { QueueQuery } from './queue.query.js';
import { type QueuePage, queuePage } from './queue.view.js';
import type { Say } from './say.js';

/** Gathers everything that stands on the desk's first page. */
@Injectable()
export class QueuePages {
  constructor(
    private readonly reader: QueueReader,
    private readonly queue: QueueQuery,
    private readonly lists: QueueLists,
    private readonly rows: QueueRows,
    private readonly choices: QueueFilterForm,
  ) {}

  /** @param query of the address, of any shape. @returns the page, and whether everything in the address was right. */
  async show(query: unknown, actor: StaffActor, say: Say): Promise<{ page: QueuePage; ok: boolean }> {
    const desk = await this.reader.desk(actor);
    const read = await this.reader.read(query, actor);
    const { after, before } = read.form;
    const [slice, tabs, saved, unbooked, choices] = await Promise.all([
      this.queue.page(read.question, { after, before }, desk),
      this.lists.tabs(read, desk),
      this.lists.filters(desk),
      this.lists.unbooked(read, desk),
      this.choices.choices(read, desk),
    ]);
    const rows = await this.rows.of(slice.items, desk);
    const shown = { desk, read, slice, rows, tabs, saved, unbooked, choices };
    return { page: queuePage(shown, say), ok: Object.keys(read.errors).length === 0 };
  }
}
