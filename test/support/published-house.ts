import type { Feedback } from '../../src/feedback/feedback.entity.js';
import type { NewFeedback } from '../../src/feedback/new-feedback.js';
import { Feedback as Item } from '../../src/feedback/feedback.entity.js';
import { Publication } from '../../src/publication/publication.entity.js';
import { PublicationService } from '../../src/publication/publication.service.js';
import type { Engine } from './database.js';
import { anOffice, type Office, REPLY } from './office.js';

export interface Words {
  readonly title: string;
  readonly content: string;
  readonly reply: string;
}

const HOUR = 3_600_000;

/** The demo's province, with answers that are public. */
export class PublishedHouse {
  private constructor(readonly office: Office) {}

  static async open(engine: Engine): Promise<PublishedHouse> {
    return new PublishedHouse(await anOffice(engine));
  }

  close(): Promise<void> {
    return this.office.close();
  }

  /** An item that was answered. @param said instead of the office's own words and name */
  async answered(
    agency: string,
    more: Partial<NewFeedback> = {},
    outcome?: string,
    said?: { readonly reply: string; readonly signatory: string },
  ): Promise<Feedback> {
    const { office } = this;
    const item = await office.booked(agency, more);
    const usual = item.subject === 'ADMIN_REGULATION' ? 'EXPLAINED_KEEP' : 'EXPLAINED';
    await office.step(item.id, 'start', office.people.handler);
    await office.step(item.id, 'draft', office.people.handler, {
      reply: {
        ...{ ...REPLY, outcome: outcome ?? usual },
        ...(said ? { body: said.reply, signatory: said.signatory } : {}),
      },
    });
    await office.step(item.id, 'approve', office.people.approver);
    return item;
  }

  /** Proposed by one and published by another. @returns the public number. */
  async publish({ id }: Pick<Feedback, 'id'>, words: Words): Promise<number> {
    const { people, product } = this.office;
    const publications = product.app.get(PublicationService);
    await publications.propose(await this.target(id), words, people.handler);
    await publications.publish(await this.target(id), people.publisher);
    product.clock.advance(HOUR);
    return (await product.reader.findOneByOrFail(Publication, { feedbackId: id })).id;
  }

  async published(agency: string, words: Words, more: Partial<NewFeedback> = {}): Promise<number> {
    return this.publish(await this.answered(agency, more), words);
  }

  async target(id: number): Promise<{ id: number; expectedVersion: number }> {
    const { version } = await this.office.product.reader.findOneByOrFail(Item, { id });
    return { id, expectedVersion: version };
  }
}
