import type { Callback } from '../../harness/callbacks.ts';

/** Requests as bytes, made before the load begins, so that making them costs the contestant nothing. */
export class RequestTape {
  readonly length: number;
  readonly #bytes: Buffer;
  readonly #ends: Float64Array;

  constructor(length: number, host: string, callback: (index: number) => Callback) {
    this.length = length;
    this.#ends = new Float64Array(length);
    const texts = (index: number) => render(host, callback(index));
    let end = 0;
    // Room for the longest of a call's texts; pages never written are never committed.
    const longest = Math.max(...Array.from({ length: 1024 }, (_, index) => texts(index).length)) + 32;
    this.#bytes = Buffer.allocUnsafeSlow(length * longest);
    for (let index = 0; index < length; index++) {
      end += this.#bytes.write(texts(index), end, 'latin1');
      this.#ends[index] = end;
    }
  }

  at(index: number): Buffer {
    return this.#bytes.subarray(index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }
}

function render(host: string, { path, headers, body }: Callback): string {
  const lines = Object.entries({ host, ...headers, 'content-length': String(Buffer.byteLength(body)) });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}
