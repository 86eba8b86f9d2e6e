import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { mailboxPage } from './mailboxPage.ts';
import { problemOf, readMessage, type CaughtMail } from './mailMessage.ts';
import { startServer, type StandinRequest, type Violation } from './server.ts';

export interface MailStandin {
  smtpUrl: string;
  /** A page with the mails. */
  url: string;
  /** The last of them, the latest last. */
  mails(): CaughtMail[];
  violations(): Violation[];
  stop(): Promise<void>;
}

interface MailOptions {
  /** 0: any free port. */
  smtpPort: number;
  mailboxPort: number;
  log(line: string): void;
}

const mostRemembered = 50;
const maxBytes = 256 * 1024;

/** Every address there is unknown, and the refusal repeats the address, as some servers' do. */
const unknownDomain = '@unknown.test';

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

const readAll = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const listen = async (server: SMTPServer, port: number): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  // From here on errors are those of connections: their clients know.
  server.off('error', reject).on('error', () => undefined);
  return (server.server.address() as AddressInfo).port;
};

const close = (server: SMTPServer): Promise<void> => new Promise((resolve) => server.close(resolve));

/** A mail server that takes everything and delivers nothing. @throws Error when a port is taken. */
export const startMail = async ({ smtpPort, mailboxPort, log }: MailOptions): Promise<MailStandin> => {
  let mails: CaughtMail[] = [];
  const violations: Violation[] = [];

  /** @throws Error with an SMTP reply code. */
  const take = async (raw: Buffer, to: string[], isOversize: boolean): Promise<void> => {
    const message = await readMessage(raw);
    const problem = isOversize ? `the mail is larger than ${maxBytes} bytes` : problemOf(raw, message);
    if (problem !== undefined) {
      log(`mail       ✗ ${problem}`);
      violations.push({ method: 'SMTP', path: 'DATA', problem });
      throw refusal(isOversize ? 552 : 554, problem);
    }
    const mail: CaughtMail = { ...message, receivedAt: new Date(), to };
    mails = [...mails, mail].slice(-mostRemembered);
    log(`mail       ✓ ${mail.headers.get('subject')?.join('')}`);
  };

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maxBytes,
    closeTimeout: 1_000,
    onRcptTo: ({ address }, _session, answer) =>
      answer(address.endsWith(unknownDomain) ? refusal(550, `<${address}>: user unknown`) : null),
    onData: (stream, { envelope }, answer) => {
      const to = envelope.rcptTo.map(({ address }) => address);
      readAll(stream)
        .then((raw) => take(raw, to, stream.sizeExceeded))
        .then(() => answer(null), answer);
    },
  });
  const port = await listen(server, smtpPort);

  const handle = ({ method, path }: StandinRequest) =>
    method === 'GET' && path === '/'
      ? { status: 200, text: mailboxPage(mails), contentType: 'text/html; charset=utf-8' }
      : { status: 404, text: `Cannot ${method} ${path}`, contentType: 'text/plain' };
  const mailbox = await startServer({ name: 'mailbox', port: mailboxPort, handle }).catch(async (error: unknown) => {
    await close(server);
    throw error;
  });

  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    url: mailbox.url,
    mails: () => [...mails],
    violations: () => [...violations],
    stop: async () => {
      await Promise.all([close(server), mailbox.stop()]);
    },
  };
};
