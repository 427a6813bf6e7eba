import { CalendarService } from '../../src/calendar/calendar.service.js';
import { demoPresent } from '../../src/faces/operator/demo/demo-present.js';
import { Player } from '../../src/faces/operator/demo/player.js';
import { Feedback } from '../../src/feedback/feedback.entity.js';
import type { State } from '../../src/feedback/state.js';
import { SeededRandom } from '../../src/platform/kernel/random.js';
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

  /** @returns the codes of all items in that state. */
  async codes(state: State): Promise<string[]> {
    const items = await this.house.reader.find(Feedback, { where: { state }, order: { id: 'ASC' } });
    return items.map(({ code }) => code);
  }

  /** @returns code and PIN, as the citizen has noted them. */
  async kept(state: State): Promise<Kept> {
    const [code = ''] = await this.codes(state);
    return { code, pin: this.house.app.get(TrackingPin).of(code) };
  }
}
