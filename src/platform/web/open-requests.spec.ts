import { once } from 'node:events';
import { Agent, type ClientRequest, createServer, get, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OpenRequests } from './open-requests.js';

describe('a server that ends', () => {
  let server: Server;
  let requests: OpenRequests;
  let agent: Agent;
  /** Requests that wait for their answer. */
  let waiting: ServerResponse[];

  beforeEach(async () => {
    waiting = [];
    server = createServer((request, response) => {
      if (request.url === '/slow') waiting.push(response);
      else response.end();
    });
    requests = new OpenRequests(server);
    agent = new Agent({ keepAlive: true });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => {
    agent.destroy();
    server.closeAllConnections();
  });

  const port = (): number => (server.address() as AddressInfo).port;
  const ask = (path: string): ClientRequest => get({ port: port(), path, agent });

  it('answers what is under way, says that the connection ends with it, and takes nothing new', async () => {
    const call = ask('/slow');
    await once(server, 'request');
    const where = port();
    const ended = requests.end(5_000);
    expect(await once(connect(where, '127.0.0.1'), 'error')).toMatchObject([{ code: 'ECONNREFUSED' }]);
    waiting[0]?.end();
    expect(await once(call, 'response')).toMatchObject([
      { statusCode: 200, headers: { connection: 'close' } },
    ]);
    expect(await ended).toBe(0);
  });

  it('waits neither for a connection that is kept for later nor for one that never said a word', async () => {
    const [answer] = (await once(ask('/quick'), 'response')) as [NodeJS.ReadableStream];
    answer.resume();
    await once(answer, 'end');
    const silent = connect(port(), '127.0.0.1');
    await once(server, 'connection');
    const left = once(silent.resume(), 'close');
    expect(await requests.end(5_000)).toBe(0);
    await left;
  });

  it('cuts off who takes too long, and counts them', async () => {
    const call = ask('/slow');
    const cut = once(call, 'error');
    await once(server, 'request');
    expect(await requests.end(200)).toBe(1);
    expect(await cut).toMatchObject([{ code: 'ECONNRESET' }]);
  });
});
