import { Publication } from '../../src/publication/publication.entity.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import type { BrowserPage } from './browser-agent.js';
import { DeskHouse, REPLY, stepAddress } from './desk-house.js';

/** A desk with items that have been answered and wait for the public. */
export class PublicationHouse extends DeskHouse {
  /** @returns the code of an item that has just been answered. */
  async answered(title: string, content = 'Chờ hai giờ.', body = REPLY.body): Promise<string> {
    const code = await this.submitted({ title, content, email: 'dao.nguyen@vidu.vn' });
    await this.done('tiepnhan', code, 'book');
    await this.done('xuly', code, 'start');
    await this.done('xuly', code, 'draft', { ...REPLY, body });
    await this.done('lanhdao', code, 'approve', {});
    return code;
  }

  /** @returns the code of an item that everybody reads. */
  async published(title: string, content?: string): Promise<string> {
    const code = await this.answered(title, content);
    await this.done('xuly', code, 'proposePublication', {});
    await this.done('congkhai', code, 'publish', {});
    return code;
  }

  async publicationOf(code: string): Promise<Publication> {
    const { id } = await this.item(code);
    return this.house.reader
      .getRepository(Publication)
      .createQueryBuilder('publication')
      .addSelect(['publication.cleared', 'publication.clearedReason'])
      .where({ feedbackId: id })
      .getOneOrFail();
  }

  /** @returns the lasting address as everybody sees it. */
  async publicPage(code: string): Promise<BrowserPage> {
    const { id } = await this.publicationOf(code);
    return this.house.browser().visit(`/cong-khai/${id}`);
  }

  /** @returns what the citizen reads of the own item. */
  async citizenReads(code: string): Promise<string> {
    const browser = this.house.browser();
    await browser.visit('/tra-cuu');
    return (await browser.submit({ code, pin: this.house.app.get(TrackingPin).of(code) }, '/tra-cuu')).text;
  }

  /** @returns the three texts as the form of a proposal holds them. */
  async drawn(code: string): Promise<Record<'shownTitle' | 'shownContent' | 'shownReply', string>> {
    const browser = await this.as('xuly');
    const address = stepAddress(code, 'proposePublication');
    await browser.visit(address);
    const { shownTitle, shownContent, shownReply } = browser.form(address).values;
    return {
      shownTitle: String(shownTitle),
      shownContent: String(shownContent),
      shownReply: String(shownReply),
    };
  }

  /** @returns whether that person finds the item in that list. */
  async sees(username: string, tab: string, code: string): Promise<boolean> {
    const { html } = await (await this.as(username)).visit(`/can-bo?tab=${tab}&q=${code}`);
    return html.includes(`>${code}<`);
  }
}
