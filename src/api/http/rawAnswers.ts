import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError, refusal, type ErrorCode } from '../../errors.ts';
import { toProblem } from './problem.ts';

/** By the code of Node's parser; whatever else it refuses is malformed. */
const codes: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'request.headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request.too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
};

/** A client that is still sending reads the answer rather than a reset. */
const lingerMs = 1_000;

const messageFor = (error: AppError): string => {
  const requestId = randomUUID();
  const body = JSON.stringify(toProblem(error, requestId));
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
};

/** Answers where there is no request to answer, and hangs up. */
export const refuse = (socket: Duplex, error: AppError): void => {
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  // The client may be gone already.
  socket.on('error', () => {}).once('close', () => clearTimeout(timer));
  socket.end(messageFor(error));
};

/** Whether nothing else is on its way to the client, nor half there. */
const isFree = (answer: ServerResponse | undefined): boolean =>
  answer === undefined || answer.writableFinished || (answer.socket !== null && !answer.headersSent);

/**
 * For what is no HTTP, too large, or too slow.
 * @param answer the latest on this connection.
 */
export const refuseUnparsed = (
  error: NodeJS.ErrnoException,
  socket: Duplex,
  answer: ServerResponse | undefined,
): void => {
  // Refused already, and still sending.
  if (socket.writableEnded) return;
  if (!socket.writable || !isFree(answer)) {
    socket.destroy();
    return;
  }
  const code = codes[error.code ?? ''];
  refuse(socket, code ? new AppError(code) : refusal('http.invalid'));
};
