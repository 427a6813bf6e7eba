import { CalendarService } from '../../src/calendar/calendar.service.js';
import { UnsubscribeLinks } from '../../src/correspondence/unsubscribe-links.js';
import { demoPresent } from '../../src/faces/operator/demo/demo-present.js';
import { Player } from '../../src/faces/operator/demo/player.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import type { State } from '../../src/feedback/state.js';
import { SeededRandom } from '../../src/platform/kernel/random.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxMessage } from '../../src/platform/outbox/outbox-message.entity.js';
import { PublicationService } from '../../src/publication/publication.service.js';
import { TrackingPin } from '../../src/tracking/tracking-pin.js';
import { anApplication, MORNING, type TestApplication } from './application.js';
import type { Kept } from './pages/submit-page.js';

/** The demo's province with items in every state: one published, one proposed for publication. */
export class EveryPageHouse {
  private constructor(readonly house: TestApplication) {}

  static async open(): Promise<EveryPageHouse> {
    const house = await anApplication('sqlite');
    const ground = await house.province();
    const calendar = await house.app.get(CalendarService).current();
    await new Player(house.app, house.clock).play(
      demoPresent(calendar, ground, new SeededRandom(2), MORNING),
    );
    house.clock.set(MORNING);
    const [published, proposed] = await house.reader.findBy(Feedback, { state: 'ANSWERED' });
    if (!published || !proposed) throw new Error('the present of the demo has no answered items');
    const publications = house.app.get(PublicationService);
    const words = { title: published.title, content: published.content, reply: 'Cơ quan đã trả kết quả.' };
    for (const { id, version } of [published, proposed]) {
      const target = { id, expectedVersion: version };
      const { version: now } = await publications.propose(target, words, ground.actors.HANDLER);
      if (id === published.id)
        await publications.publish({ id, expectedVersion: now }, ground.actors.PUBLISHER);
    }
    return new EveryPageHouse(house);
  }

  close(): Promise<void> {
    return this.house.close();
  }

  /** Something that could not be sent, and something that will be tried again. */
  async stuck(): Promise<void> {
    const payload = { feedbackId: 1, seq: 1, letter: 'received' };
    const row = { topic: 'letter.citizen', payload, runAt: MORNING };
    await this.house.write(async (tx) => {
      for (const key of ['stuck:1', 'stuck:2']) await this.house.app.get(Outbox).post(tx, { ...row, key });
      const lastError = 'refused 550 5.1.1 RCPT TO';
      await tx.update(OutboxMessage, { key: 'stuck:1' }, { state: 'PARKED', attempts: 1, lastError });
      await tx.update(
        OutboxMessage,
        { key: 'stuck:2' },
        { attempts: 3, lastError: 'unreachable ECONNREFUSED' },
      );
    });
  }

  /** @returns the address under a digest. */
  unsubscribing(): string {
    return new URL(this.house.app.get(UnsubscribeLinks).to(1, 'digest')).pathname;
  }

  /** @returns the codes of all items in that state. */
  async codes(state: State): Promise<string[]> {
    const items = await this.house.reader.find(Feedback, { where: { state }, order: { id: 'ASC' } });
    return items.map(({ code }) => code);
  }

  /** @returns the telephone number of the first item in that state. */
  async phone(state: State): Promise<string> {
    const where = { state };
    const item = await this.house.reader.findOneOrFail(Feedback, { where, relations: { submitter: true } });
    return item.submitter.phone;
  }

  /** @returns code and PIN, as the citizen has noted them. */
  async kept(state: State): Promise<Kept> {
    const [code = ''] = await this.codes(state);
    return { code, pin: this.house.app.get(TrackingPin).of(code) };
  }
}
