import PostalMime, { decodeWords } from 'postal-mime';

/** A mail as its reader sees it. */
interface MailMessage {
  /** Name in lower case → values, decoded. */
  headers: Map<string, string[]>;
  text: string;
  html: string;
}

/** A mail that was taken. */
export interface CaughtMail extends MailMessage {
  receivedAt: Date;
  /** The envelope's: who really gets it. */
  to: string[];
}

export const readMessage = async (raw: Buffer): Promise<MailMessage> => {
  const { headers, text = '', html = '' } = await PostalMime.parse(raw);
  const byName = Map.groupBy(headers, ({ key }) => key);
  const decoded = [...byName].map(([name, same]) => [name, same.map(({ value }) => decodeWords(value))] as const);
  return { headers: new Map(decoded), text, html };
};

const needed = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version'];

/** What a strict mail server would refuse the message for (RFC 5321, RFC 5322). */
export const problemOf = (raw: Buffer, { headers }: MailMessage): string | undefined => {
  const bytes = raw.toString('latin1');
  if (/(?<!\r)\n|\r(?!\n)/.test(bytes)) return 'a line does not end in CRLF';
  if (bytes.split('\r\n').some((line) => line.length > 998)) return 'a line is longer than 998 bytes';
  if (/[\u0080-\u00FF]/.test(bytes)) return 'a byte is not ASCII';
  const wrong = needed.find((name) => headers.get(name)?.length !== 1);
  return wrong && `${wrong} is not there exactly once`;
};
