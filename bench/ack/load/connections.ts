import { connect, type Socket } from 'node:net';
import { ResponseReader } from './responses.ts';

/** Keep-alive connections, each with one request under way at most. */
export class ConnectionPool {
  /** A whole response came. */
  onAnswer: (request: number, status: number) => void = () => {};
  /** The connection ended under the request: it is unknown whether it was taken. */
  onBreak: (request: number) => void = () => {};
  readonly #port: number;
  readonly #idle: Connection[] = [];
  readonly #open = new Set<Connection>();
  #isClosed = false;

  private constructor(port: number) {
    this.#port = port;
  }

  static async open(port: number, size: number): Promise<ConnectionPool> {
    const pool = new ConnectionPool(port);
    await Promise.all(Array.from({ length: size }, () => pool.#connect()));
    return pool;
  }

  /** The connection that has rested longest, so that none is idle for long. */
  take(): Connection | undefined {
    return this.#idle.shift();
  }

  get underWay(): number {
    return this.#open.size - this.#idle.length;
  }

  close(): void {
    this.#isClosed = true;
    for (const { socket } of this.#open) socket.destroy();
  }

  async #connect(): Promise<void> {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const connection = new Connection(socket, (request, status) => {
      this.#idle.push(connection);
      this.onAnswer(request, status);
    });
    this.#open.add(connection);
    this.#idle.push(connection);
    socket.on('error', () => undefined).once('close', () => this.#lost(connection));
  }

  #lost(connection: Connection): void {
    this.#open.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    if (connection.request !== undefined) this.onBreak(connection.request);
    if (!this.#isClosed) setTimeout(() => void this.#connect().catch(() => undefined), 10);
  }
}

class Connection {
  readonly socket: Socket;
  /** The request under way. */
  request: number | undefined;
  readonly #reader = new ResponseReader();
  readonly #onAnswer: (request: number, status: number) => void;

  constructor(socket: Socket, onAnswer: (request: number, status: number) => void) {
    this.socket = socket;
    this.#onAnswer = onAnswer;
    socket.on('data', (chunk) => this.#received(chunk));
  }

  send(request: number, bytes: Buffer): void {
    this.request = request;
    this.socket.write(bytes);
  }

  #received(chunk: Buffer): void {
    const status = this.#reader.read(chunk);
    const request = this.request;
    if (status === undefined || request === undefined) return;
    this.request = undefined;
    this.#onAnswer(request, status);
  }
}
