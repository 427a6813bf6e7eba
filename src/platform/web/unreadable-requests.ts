import { IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { HttpException } from '@nestjs/common';
import type { Express, Handler } from 'express';

const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const UNREADABLE = new WeakMap<object, number>();

/**
 * What Node's parser refuses (an address of 20 KB, a header that is none) never becomes a request, and Node answers
 * with an empty page. Here one is made of nothing, and goes past log and headers to the error page as all others do.
 */
export function answerUnreadable(server: Server, application: Express): void {
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket & { readonly _httpMessage?: ServerResponse | null };
    if (!socket.writable || error.code === 'ECONNRESET' || socket._httpMessage?.headersSent) {
      socket.destroy();
      return;
    }
    // Broken in the middle of a body: that request has the socket's answer, and will never be read to its end.
    if (socket._httpMessage) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', () => socket.destroy());
      return;
    }
    const request = new IncomingMessage(socket);
    Object.assign(request, { method: 'GET', url: '/', httpVersionMajor: 1, httpVersionMinor: 1 });
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.on('finish', () => socket.end());
    UNREADABLE.set(request, STATUS[error.code ?? ''] ?? 400);
    application(request as Parameters<Express>[0], response as Parameters<Express>[1]);
  });
}

/** Sends what `answerUnreadable` has made to the error page. */
export function refuseUnreadable(): Handler {
  return (request, _, next) => {
    const status = UNREADABLE.get(request);
    next(status === undefined ? undefined : new HttpException('unreadable', status));
  };
}
