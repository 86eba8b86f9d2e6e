import { connect } from 'node:net';

interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  // Tests look into answers of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

const parse = (message: string): RawAnswer => {
  const [head = '', text = ''] = message.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const isJson = /json/.test(headers['content-type'] ?? '');
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: isJson ? JSON.parse(text) : text };
};

/** Sends these bytes, which no HTTP client would, and reads until the connection closes. */
export const sendRaw = (baseUrl: string, bytes: string): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseUrl);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (chunk) => (heard += String(chunk)));
    socket.on('error', reject);
    socket.on('close', () => resolve(parse(heard)));
    socket.write(bytes, 'latin1');
  });
