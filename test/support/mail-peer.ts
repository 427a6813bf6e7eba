import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server';

/** How a mail server may be: as it should, not there, busy, refusing, silent, or gone while it is told the letter. */
export type Mood = 'kind' | 'later' | 'refusing' | 'silent' | 'swallowing' | 'dropping';
type Fault = Error & { responseCode: number };

/** A letter as it arrived. */
export interface Arrived extends Email {
  readonly recipient: string;
  readonly raw: string;
}

/** A real SMTP server that the test puts into a mood, and that keeps what it was given. */
export class MailPeer {
  mood: Mood = 'kind';
  /** Only letters to this address meet the mood; all others are taken kindly. */
  against: string | null = null;
  readonly letters: Arrived[] = [];
  readonly port: number;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private server: SMTPServer,
    private readonly options: SMTPServerOptions,
  ) {
    this.port = (server.server.address() as AddressInfo).port;
  }

  static async open(options: SMTPServerOptions = {}): Promise<MailPeer> {
    const peer: { it?: MailPeer } = {};
    const all: SMTPServerOptions = {
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onConnect: (_, done) => {
        if (peer.it?.mood !== 'silent') done();
      },
      onRcptTo: ({ address }, _, done) => {
        done(peer.it?.judge(address));
      },
      onData: (stream, session, done) =>
        void peer.it?.take(stream, session.envelope.rcptTo[0]?.address ?? '', done),
      ...options,
    };
    peer.it = new MailPeer(await listening(all, 0), all);
    peer.it.watch();
    return peer.it;
  }

  /** For SMTP_URL. A second of silence is enough to be called hanging. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}?timeout=1`;
  }

  /** Takes what has arrived so far. */
  taken(): Arrived[] {
    return this.letters.splice(0);
  }

  async goDown(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => {
      this.server.close(done);
    });
  }

  async comeBack(): Promise<void> {
    this.server = await listening(this.options, this.port);
    this.watch();
  }

  private meets(address: string): boolean {
    return this.against === null || this.against === address;
  }

  private judge(address: string): Fault | null {
    if (!this.meets(address)) return null;
    if (this.mood === 'later') return fault(451, '4.3.0 try again later');
    return this.mood === 'refusing' ? fault(550, `5.1.1 <${address}> user unknown`) : null;
  }

  private async take(stream: SMTPServerDataStream, recipient: string, done: () => void): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      if (this.mood === 'dropping' && this.meets(recipient)) {
        for (const socket of this.sockets) socket.destroy();
        return;
      }
      chunks.push(chunk as Buffer);
    }
    if (this.mood === 'swallowing' && this.meets(recipient)) return;
    const raw = Buffer.concat(chunks);
    this.letters.push({ ...(await PostalMime.parse(raw)), recipient, raw: raw.toString('latin1') });
    done();
  }

  private watch(): void {
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.server.on('error', () => undefined); // what the product does to it is no fault of the test
  }
}

async function listening(options: SMTPServerOptions, port: number): Promise<SMTPServer> {
  const server = new SMTPServer(options);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return server;
}

function fault(responseCode: number, message: string): Fault {
  return Object.assign(new Error(message), { responseCode });
}
