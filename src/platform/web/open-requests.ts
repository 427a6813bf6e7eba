import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const SWEEP = 100;

/** The requests that a server is answering, so that it can end without cutting one short. */
export class OpenRequests {
  private readonly open = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();
  private isEnding = false;

  /** @param server before it listens: it must not have taken a request yet. */
  constructor(private readonly server: Server) {
    server.prependListener('request', (_, response) => {
      this.open.add(response);
      response.once('close', () => this.open.delete(response));
      if (this.isEnding) lastOfItsConnection(response);
    });
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /**
   * Refuses new connections from now on, answers what is under way, and lets go of connections as they fall idle.
   * @param within milliseconds; whoever still sends or reads afterwards is cut off.
   * @returns how many requests were cut off.
   */
  async end(within: number): Promise<number> {
    this.isEnding = true;
    const closed = new Promise<number>((resolve) => {
      this.server.close(() => {
        resolve(0);
      });
    });
    this.open.forEach(lastOfItsConnection);
    const sweeping = setInterval(() => {
      this.letIdleOnesGo();
    }, SWEEP);
    const given = new AbortController();
    const late = pause(within, null, { signal: given.signal }).then(() => this.cutOff(), Number);
    try {
      return await Promise.race([closed, late]);
    } finally {
      given.abort();
      clearInterval(sweeping);
    }
  }

  /** Node counts a connection that never said a word among the busy ones: browsers open such in advance. */
  private letIdleOnesGo(): void {
    this.server.closeIdleConnections();
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
  }

  private cutOff(): number {
    const count = this.open.size;
    this.server.closeAllConnections();
    return count;
  }
}

/** Its sender is told, and does not send the next request into a connection that is about to end. */
function lastOfItsConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
