import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HostResolver, type ResolvedHost } from './host-resolver.js';
import { isPublicAddress } from './public-address.js';
import { webhookAddress } from './webhook-address.js';
import { WebhookClient, WebhookReach } from './webhook-client.js';
import { WebhookFault } from './webhook-fault.js';
import { signatureOf } from './webhook-secrets.js';

class Told extends HostResolver {
  readonly asked: string[] = [];

  constructor(private readonly answers: Readonly<Record<string, readonly string[]>>) {
    super();
  }

  resolve(host: string): Promise<readonly ResolvedHost[]> {
    this.asked.push(host);
    const found = this.answers[host] ?? [];
    return Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  }
}

const MESSAGE = { headers: { 'Webhook-Id': '7.1' }, body: '{"code":"PAKN"}' };
const OPEN = { loopback: true };
const CLOSED = { loopback: false };

const faultOf = (text: string, rules = CLOSED): string | null => {
  try {
    webhookAddress(text, rules);
    return null;
  } catch (error) {
    return (error as WebhookFault).fault;
  }
};

describe('where messages to partners may go', () => {
  it('knows the public internet from everything else', () => {
    const open = [
      '8.8.8.8',
      '113.160.1.1',
      '2606:4700::1111',
      '2001:4860:4860::8888',
      '172.15.0.1',
      '172.32.0.1',
    ];
    expect(open.filter((one) => !isPublicAddress(one))).toEqual([]);
    const closed = [
      ...['127.0.0.1', '127.8.9.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
      ...['100.64.0.1', '169.254.169.254', '192.0.0.8', '198.18.0.1', '224.0.0.251', '255.255.255.255'],
      ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', 'fe80::1%eth0'],
      ...[
        '::ffff:127.0.0.1',
        '::ffff:7f00:1',
        '::ffff:8.8.8.8',
        '64:ff9b::7f00:1',
        '2002:7f00:1::',
        '2001::1',
      ],
      ...['', 'localhost', '0177.0.0.1'],
    ];
    expect(closed.filter(isPublicAddress)).toEqual([]);
  });

  it('takes https on the usual ports, by name or by public address', () => {
    for (const good of [
      'https://hooks.example.vn/in',
      'https://8.8.8.8:8443/a?b=c',
      'https://[2606:4700::1]/',
    ])
      expect([good, faultOf(good)]).toEqual([good, null]);
    const refused: Record<string, string> = {
      'http://hooks.example.vn/': 'address',
      'ftp://hooks.example.vn/': 'address',
      'https://hooks.example.vn:25/': 'address',
      'https://hooks.example.vn:5432/': 'address',
      'https://user:secret@hooks.example.vn/': 'address',
      'https://hooks.example.vn/#part': 'address',
      'https://portal/': 'address',
      'https://intranet/': 'private',
      'hooks.example.vn': 'address',
      [`https://hooks.example.vn/${'a'.repeat(500)}`]: 'address',
      'https://localhost/': 'private',
      'https://localhost./': 'private',
      'https://localhost../': 'private',
      'https://127.0.0.1../': 'private',
      'https://portal.internal/': 'private',
      'https://127.0.0.1/': 'private',
      'https://2130706433/': 'private',
      'https://0x7f.1/': 'private',
      'https://0177.0.0.1/': 'private',
      'https://127.1/': 'private',
      'https://１２７.0.0.1/': 'private',
      'https://169.254.169.254/latest/meta-data/': 'private',
      'https://[::1]/': 'private',
      'https://[::ffff:10.0.0.1]/': 'private',
      'https://[fd00:ec2::254]/': 'private',
    };
    expect(Object.fromEntries(Object.keys(refused).map((one) => [one, faultOf(one)]))).toEqual(refused);
  });

  it('takes the machine itself where that is switched on, and nothing else inside', () => {
    expect(faultOf('http://127.0.0.1:4000/', OPEN)).toBeNull();
    expect(faultOf('http://localhost:4000/', OPEN)).toBeNull();
    expect(faultOf('http://10.0.0.1:4000/', OPEN)).toBe('address');
    expect(faultOf('https://10.0.0.1/', OPEN)).toBe('private');
  });
});

describe('sending a message', () => {
  let server: Server;
  let port: number;
  let received: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let answer = (response: ServerResponse): void => void response.writeHead(204).end();

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (bytes) => (body += String(bytes)));
      request.on('end', () => {
        received.push({ url: request.url ?? '', headers: request.headers, body });
        answer(response);
      });
    });
    // Another address than the one that the system would resolve `localhost` to.
    await new Promise<void>((done) => server.listen(0, '127.0.0.2', done));
    port = (server.address() as { port: number }).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const resolver = new Told({ localhost: ['127.0.0.2'], 'inside.example.vn': ['8.8.8.8', '10.0.0.7'] });
  const send = async (to: string, patience = 2_000): Promise<string | number> => {
    received = [];
    const client = new WebhookClient(resolver, new WebhookReach(true, patience));
    return client.post(to, MESSAGE).catch((error: unknown) => (error as WebhookFault).message);
  };

  it('connects to exactly the address that was checked', async () => {
    answer = (response) => void response.writeHead(204).end();
    resolver.asked.length = 0;
    expect(await send(`http://localhost:${port}/in?x=1`)).toBe(204);
    expect(resolver.asked).toEqual(['localhost']);
    expect(received).toMatchObject([
      { url: '/in?x=1', body: MESSAGE.body, headers: { 'webhook-id': '7.1' } },
    ]);
    expect(received[0]?.headers.host).toBe(`localhost:${port}`);
  });

  it('refuses a name of which one address lies inside, and one that stands for nothing', async () => {
    expect(await send('https://inside.example.vn/')).toBe('webhook: private');
    expect(await send('https://nothing.example.vn/')).toBe('webhook: dns');
  });

  it('refuses a name that has come to mean the machine itself', async () => {
    const moved = new Told({ 'hooks.example.vn': ['127.0.0.2'] });
    const client = new WebhookClient(moved, new WebhookReach(false));
    await expect(client.post('https://hooks.example.vn/', MESSAGE)).rejects.toThrow('webhook: private');
  });

  it('follows no redirect, reads no body, and tells statuses apart', async () => {
    answer = (response) => void response.writeHead(302, { Location: '/elsewhere' }).end();
    expect(await send(`http://localhost:${port}/`)).toBe('webhook: redirect 302');
    expect(received).toHaveLength(1);
    answer = (response) => {
      response.writeHead(200);
      const flood = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', flood);
      flood();
    };
    expect(await send(`http://localhost:${port}/`)).toBe(200);
    answer = (response) => void response.writeHead(500).end();
    expect(await send(`http://localhost:${port}/`)).toBe('webhook: status 500');
    answer = (response) => void response.writeHead(410).end();
    expect(await send(`http://localhost:${port}/`)).toBe('webhook: gone 410');
  });

  it('gives up on who never answers, on a name that never resolves, and where nobody listens', async () => {
    answer = () => undefined;
    expect(await send(`http://localhost:${port}/`, 100)).toBe('webhook: timeout');
    const silent = new (class extends HostResolver {
      resolve = (): Promise<never> => new Promise(() => undefined);
    })();
    const client = new WebhookClient(silent, new WebhookReach(false, 50));
    await expect(client.post('https://hooks.example.vn/', MESSAGE)).rejects.toThrow('webhook: timeout');
    expect(await send('http://localhost:1/')).toBe('webhook: connection');
  });

  it('signs time and body, with both secrets while the receiver changes over', () => {
    const mac = (secret: string): string =>
      createHmac('sha256', secret).update('1773100800.{}').digest('hex');
    expect(signatureOf('{}', 1_773_100_800, ['new', 'old'])).toBe(
      `t=1773100800,v1=${mac('new')},v1=${mac('old')}`,
    );
  });
});
