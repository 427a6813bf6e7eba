import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** How the peer behaves: as it should, silent, broken in the middle, refusing. */
export type Mood = 'well' | 'hangs' | 'breaks' | 'refuses';

/** A piece of the EICAR test string, put together here so that no scanner finds this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(
  '',
);

const COMMAND = 'zINSTREAM\0';

/** Speaks as much of clamd's protocol as the product needs. */
export class FakeClamd {
  mood: Mood = 'well';
  /** Bytes of each file that was asked about. */
  readonly asked: number[] = [];
  private readonly sockets = new Set<Socket>();
  private server: Server;

  /** @param port 0 for any */
  async listen(port = 0): Promise<number> {
    this.server = createServer((socket) => {
      this.serve(socket);
    });
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    const file = new Sent();
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece: Buffer) => {
      if (this.mood === 'hangs') return;
      if (this.mood === 'breaks') socket.destroy();
      else if (this.mood === 'refuses') socket.end('INSTREAM size limit exceeded. ERROR\0');
      else if (file.hears(piece)) this.answer(socket, file.content);
    });
  }

  private answer(socket: Socket, content: Buffer): void {
    this.asked.push(content.length);
    socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  }
}

/** What one connection has sent: the command, then pieces with their lengths, the last of no length. */
class Sent {
  private readonly pieces: Buffer[] = [];
  private rest = Buffer.alloc(0);
  private skipped = false;

  get content(): Buffer {
    return Buffer.concat(this.pieces);
  }

  /** @returns whether that was the end of it. */
  hears(bytes: Buffer): boolean {
    this.rest = Buffer.concat([this.rest, bytes]);
    if (!this.skipped && this.rest.length < COMMAND.length) return false;
    if (!this.skipped) this.rest = this.rest.subarray(COMMAND.length);
    this.skipped = true;
    while (this.rest.length >= 4) {
      const length = this.rest.readUInt32BE(0);
      if (length === 0) return true;
      if (this.rest.length < 4 + length) return false;
      this.pieces.push(this.rest.subarray(4, 4 + length));
      this.rest = this.rest.subarray(4 + length);
    }
    return false;
  }
}
