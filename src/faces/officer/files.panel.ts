import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { Staff } from '../../accounts/staff.entity.js';
import { Attachment } from '../../feedback/attachment.entity.js';
import { JournalEntry } from '../../feedback/journal-entry.entity.js';
import { fileRow, type OfficerFile } from './files.view.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import type { VisibleItem } from './visible-item.query.js';

/** Every file of the item: what it is, who brought it with which step, and whether it may be opened. */
@Injectable()
@OnItemPage({ place: 'main', order: 20 })
export class FilesPanel implements ItemPanel {
  constructor(
    @InjectRepository(Attachment) private readonly files: Repository<Attachment>,
    @InjectRepository(JournalEntry) private readonly entries: Repository<JournalEntry>,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  async view({ item }: VisibleItem): Promise<PanelView | null> {
    const files = await this.files.find({ where: { feedbackId: item.id }, order: { id: 'ASC' } });
    if (files.length === 0) return null;
    const names = await this.broughtBy(files);
    const rows: OfficerFile[] = files.map((file) => fileRow(item.code, file, names.get(file.id) ?? null));
    return { partial: 'officer/panel-files', model: { files: rows } };
  }

  /** @returns names of staff by the file's id; what came with a note says so in the note. */
  private async broughtBy(files: readonly Attachment[]): Promise<Map<number, string>> {
    const own = files.filter(({ noteId }) => noteId === null);
    const [{ feedbackId } = { feedbackId: 0 }] = own;
    const entries = await this.entries.findBy({ feedbackId, seq: In(own.map(({ seq }) => seq)) });
    const known = entries.flatMap(({ actorId, actorKind }) =>
      actorKind === 'staff' && actorId ? [actorId] : [],
    );
    const people = await this.staff.findBy({ id: In(known) });
    return new Map(
      own.flatMap(({ id, seq }) => {
        const entry = entries.find((one) => one.seq === seq && one.actorKind === 'staff');
        const person = people.find((one) => one.id === entry?.actorId);
        return person ? [[id, person.name] as const] : [];
      }),
    );
  }
}
