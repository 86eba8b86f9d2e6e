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

/** @param text where each character is a byte. */
const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

const unescapeHex = (text: string): string =>
  text.replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const decodeBody = (body: string, encoding: string | undefined): string => {
  const kind = encoding?.toLowerCase();
  if (kind === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return utf8(kind === 'quoted-printable' ? unescapeHex(body.replaceAll('=\r\n', '')) : body);
};

/** RFC 2047: `=?UTF-8?Q?R=C3=A9ception?=`; white space between two of them is not there. */
const decodeWords = (value: string): string => {
  const joined = value.replaceAll(/\?=\s+=\?/g, '?==?');
  const bytes = joined.replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(word, 'base64').toString('latin1')
      : unescapeHex(word.replaceAll('_', ' ')),
  );
  return utf8(bytes);
};

const readHeaders = (block: string): Map<string, string[]> => {
  const headers = new Map<string, string[]>();
  for (const line of block.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), decodeWords(value)]);
  }
  return headers;
};

const split = (part: string): [headers: string, body: string] => {
  const end = part.indexOf('\r\n\r\n');
  return end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end + 4)];
};

/** Reads what our own mails are made of: text, HTML, or both as alternatives. @param raw where each character is a byte. */
export const readMessage = (raw: string): MailMessage => {
  const [head, body] = split(raw);
  const headers = readHeaders(head);
  const [type = 'text/plain'] = headers.get('content-type') ?? [];
  const [, boundary] = /boundary="?([^";]+)/i.exec(type) ?? [];
  const parts =
    boundary === undefined
      ? [raw]
      : `\r\n${body}`
          .split(`\r\n--${boundary}`)
          .slice(1, -1)
          .map((part) => part.replace(/^\s*\r\n/, ''));
  const message: MailMessage = { headers, text: '', html: '' };
  for (const part of parts) {
    const [partHead, partBody] = split(part);
    const partHeaders = readHeaders(partHead);
    const kind = /^text\/html/i.test(partHeaders.get('content-type')?.[0] ?? '') ? 'html' : 'text';
    message[kind] = decodeBody(partBody, partHeaders.get('content-transfer-encoding')?.[0]);
  }
  return message;
};

const needed = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version'];

/** What a strict mail server would refuse the message for (RFC 5321, RFC 5322). @param raw as above. */
export const problemOf = (raw: string): string | undefined => {
  if (/(?<!\r)\n|\r(?!\n)/.test(raw)) return 'a line does not end in CRLF';
  if (raw.split('\r\n').some((line) => line.length > 998)) return 'a line is longer than 998 bytes';
  if (/[\u0080-\u00FF]/.test(raw)) return 'a byte is not ASCII';
  const headers = readHeaders(split(raw)[0]);
  const wrong = needed.find((name) => headers.get(name)?.length !== 1);
  return wrong && `${wrong} does not stand there once`;
};
