import request from 'supertest';
import type { StaffActor } from '../../../src/accounts/staff-actor.js';
import { DEMO_PASSWORD } from '../../../src/faces/operator/demo/demo-ground.js';
import type { Actor } from '../../../src/feedback/actor.js';
import type { TestApplication } from '../application.js';

/** Fields without which some forms are refused before anybody asks who sends them. */
const FILLED = { purpose: 'HANDLE', reason: 'Thử quyền' };

/** What somebody got. */
export interface RouteAnswer {
  readonly status: number;
  /** Where a redirect leads; empty for others. */
  readonly location: string;
  readonly body: string;
}

/** Somebody at the door: as policy knows them, and with what they show. */
export interface RouteActor {
  readonly name: string;
  readonly actor: Actor;
  /** Of the key that is sent along; null for those who have none. */
  readonly scopes: readonly string[] | null;
  ask(method: 'GET' | 'POST', url: string): Promise<RouteAnswer>;
}

type Agent = ReturnType<typeof request.agent>;

/** Signs in, and keeps a form's token for bodies of one's own making. */
export async function staff(
  { app }: TestApplication,
  username: string,
  actor: StaffActor,
): Promise<RouteActor> {
  const agent = request.agent(app.getHttpServer());
  const page = await agent.get('/dang-nhap').set('Host', 'localhost');
  const body = { _csrf: tokenOf(page.text), username, password: DEMO_PASSWORD };
  const answer = await agent.post('/dang-nhap').set('Host', 'localhost').type('form').send(body);
  if (answer.status !== 303) throw new Error(`${username} cannot sign in: ${answer.status}`);
  const token = tokenOf((await agent.get('/tai-khoan').set('Host', 'localhost')).text);
  return { name: username, actor, scopes: null, ask: asking(agent, token, {}) };
}

export function anybody({ app }: TestApplication): RouteActor {
  const agent = request.agent(app.getHttpServer());
  let ask: RouteActor['ask'] | null = null;
  return {
    name: 'nobody',
    actor: { kind: 'anonymous' },
    scopes: null,
    ask: async (method, url) => {
      ask ??= asking(agent, tokenOf((await agent.get('/gui').set('Host', 'localhost')).text), {});
      return ask(method, url);
    },
  };
}

/** @param partnerId null for a key that opens nothing. */
export function partner(
  { app }: TestApplication,
  name: string,
  key: string,
  partnerId: number | null,
): RouteActor {
  const agent = request.agent(app.getHttpServer());
  return {
    name,
    actor: partnerId === null ? { kind: 'anonymous' } : { kind: 'partner', partnerId },
    scopes: partnerId === null ? [] : ['submit', 'track', 'changes', 'export'],
    ask: asking(agent, '', { Authorization: `Bearer ${key}` }),
  };
}

function asking(agent: Agent, token: string, headers: Readonly<Record<string, string>>): RouteActor['ask'] {
  return async (method, url) => {
    const asked =
      method === 'GET'
        ? agent.get(url)
        : agent
            .post(url)
            .type(url.startsWith('/api/') ? 'json' : 'form')
            .send({ _csrf: token, ...FILLED });
    const answer = await asked
      .set({ Host: 'localhost', ...headers })
      .redirects(0)
      .ok(() => true);
    const location = answer.headers['location'] ?? '';
    // Where one page only leads to another, that one answers.
    if (method === 'GET' && location.startsWith('/can-bo/'))
      return asking(agent, token, headers)('GET', location);
    // A file that is no text has none.
    const { text = '' } = answer as { text?: string };
    return { status: answer.status, location, body: text };
  };
}

function tokenOf(html: string): string {
  const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(html) ?? [];
  if (token === '') throw new Error('the page has no token');
  return token;
}
