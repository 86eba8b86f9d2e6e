const emptyLine = Buffer.from('\r\n\r\n');

/**
 * Reads the statuses of HTTP/1.1 responses from a connection that carries one request at a time.
 * Bodies are skipped, whether they are measured, chunked or absent.
 */
export class ResponseReader {
  #rest: Buffer | undefined;

  /** The status, once the whole response is here. */
  read(chunk: Buffer): number | undefined {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    const response = parse(bytes);
    if (!response) {
      this.#rest = bytes;
      return undefined;
    }
    if (response.end !== bytes.length) throw new Error('bytes after the response');
    this.#rest = undefined;
    return response.status;
  }
}

function parse(bytes: Buffer): { status: number; end: number } | undefined {
  const headEnd = bytes.indexOf(emptyLine);
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
  if (!head.startsWith('HTTP/1.') || !(status >= 200)) throw new Error(`not a final response: ${head.slice(0, 40)}`);
  const bodyAt = headEnd + emptyLine.length;
  const end = bodyEnd(bytes, bodyAt, status, head);
  return end !== undefined && end <= bytes.length ? { status, end } : undefined;
}

function bodyEnd(bytes: Buffer, bodyAt: number, status: number, head: string): number | undefined {
  if (status === 204 || status === 304) return bodyAt;
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return chunkedEnd(bytes, bodyAt);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error('a response without a length');
  return bodyAt + Number(length);
}

function chunkedEnd(bytes: Buffer, bodyAt: number): number | undefined {
  for (let at = bodyAt; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (size === 0 || at > bytes.length) return at;
  }
}
