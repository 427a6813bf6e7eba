import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canSee } from '../src/feedback/policy.js';
import { type DeclaredRoute, DeclaredRoutes } from '../src/platform/web/declared-routes.js';
import type { RouteActor } from './support/routes/route-actors.js';
import { type About, expected, type Verdict, verdictOf } from './support/routes/route-expectation.js';
import { RouteHouse } from './support/routes/route-house.js';
import { type Place, placesOf } from './support/routes/route-places.js';

/**
 * Every route, asked by everybody: each role at the item's agency and at another one, an administrator of everything,
 * partners, and nobody. What must come of it is known from the route's declaration and from policy alone.
 */
describe('every route, every role', () => {
  let house: RouteHouse;
  let routes: DeclaredRoute[];
  beforeAll(async () => {
    house = await RouteHouse.open();
    routes = house.office.product.app.get(DeclaredRoutes).list();
  }, 60_000);
  afterAll(() => house.close());

  async function aboutOf(place: Place): Promise<About> {
    if (place.account) return { kind: 'account', path: place.account.path };
    if (!place.item) return null;
    const item = await house.item(place.item.id);
    if (place.isContact) return { kind: 'contact', item };
    return place.action === undefined ? { kind: 'item', item } : { kind: 'item', item, action: place.action };
  }

  /** Words that this person must never be shown, wherever. */
  async function secretsFrom({ actor }: RouteActor): Promise<string[]> {
    const secrets: string[] = [];
    for (const { id, secret, code } of house.items)
      if (!canSee(actor, await house.item(id))) secrets.push(secret, code);
    return secrets;
  }

  it('opens to those whom policy lets in, and shows nobody what policy hides', async () => {
    const faults: string[] = [];
    let asked = 0;
    for (const actor of house.actors) {
      const secrets = await secretsFrom(actor);
      for (const route of routes.filter(({ method }) => method === 'GET')) {
        for (const place of placesOf(route, house)) {
          // Whoever sees the item may find it, too; the others are asked whether a search tells them of it.
          if (place.isSearch && actor.name.startsWith('own-')) continue;
          const about = await aboutOf(place);
          const answer = await actor.ask('GET', place.url);
          const [verdict, must] = [verdictOf(route.path, answer), expected(route, actor, about)];
          asked++;
          const what = `${actor.name} GET ${place.url}`;
          if (answer.status >= 500) faults.push(`${what}: ${answer.status}`);
          if (!fits(must, verdict, place)) faults.push(`${what}: ${verdict} instead of ${must}`);
          // Whoever asks by a code or a word has it on the page that says that there is no such thing.
          const leaked = secrets
            .filter((one) => answer.body.includes(one) && !place.url.includes(one))
            .filter((one) => !(namesCodes(route.path) && isCode(one)));
          if (leaked.length > 0) faults.push(`${what}: shows ${leaked.join(', ')}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(1_500);
    process.stdout.write(
      `routes × roles: ${routes.length} routes, ${house.actors.length} kinds of people, ${asked} looks\n`,
    );
  }, 300_000);

  it('lets nobody do what policy does not let them do, and changes nothing', async () => {
    const before = await house.snapshot();
    const faults: string[] = [];
    let asked = 0;
    for (const actor of house.actors) {
      for (const route of routes.filter(({ method }) => method === 'POST')) {
        for (const place of placesOf(route, house)) {
          const must = expected(route, actor, await aboutOf(place));
          // What is allowed is tried by the flows; here it would be done.
          if (must === 'open') continue;
          const answer = await actor.ask('POST', place.url);
          asked++;
          // 409: the page says that this cannot be done, or not any more.
          const isRefused = verdictOf(route.path, answer) !== 'open' || answer.status === 409;
          if (!isRefused || answer.status >= 500)
            faults.push(`${actor.name} POST ${place.url}: ${answer.status}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(await house.snapshot()).toEqual(before);
    expect(asked).toBeGreaterThan(500);
    process.stdout.write(`routes × roles: ${asked} refused attempts to write\n`);
  }, 300_000);
});

/** The trail tells administrators which items somebody had in hand, by their codes and by nothing else of them. */
function namesCodes(path: string): boolean {
  return path.startsWith('/quan-tri/') && path.includes('nhat-ky');
}

function isCode(secret: string): boolean {
  return secret.startsWith('PAKN-');
}

/**
 * What is open may still have nothing there: a reply that was not given yet, a page that only follows another. What is
 * forbidden may be told as missing, which says less.
 */
function fits(must: Verdict, found: Verdict, { mayLack, url }: Place): boolean {
  if (must === found) return true;
  if (must === 'forbidden' || must === 'open')
    return mayLack && (found === 'hidden' || leadsElsewhere(url, found));
  return false;
}

/** Without a PIN, or without a password before it, nobody is let in; what matters is that nothing is shown. */
function leadsElsewhere(url: string, found: Verdict): boolean {
  return /^\/(api\/v1\/feedback|dang-nhap)\//.test(url) && found !== 'forbidden';
}
