import { request, type Dispatcher } from 'undici';

/** How one attempt went. */
export interface Attempt {
  delivered: boolean;
  /** The endpoint says it will never be back (410). */
  gone: boolean;
  status?: number;
  /** The first 16 kB of the answer. */
  body?: string;
  error?: string;
  durationMs: number;
  retryAfterSeconds: number;
}

const timeoutMs = 15_000;
const maxBodyBytes = 16_384;

const readStart = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop closes the connection: the rest is of no use to anybody.
    if (size >= maxBodyBytes) break;
  }
  // PostgreSQL's text has no NUL.
  return Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8').replaceAll('\0', '\uFFFD');
};

/** n8n's boot page is a 200 with HTML: only JSON or nothing at all says that somebody took the event. */
const isReceipt = (status: number, contentType: string, body: string): boolean => {
  if (status < 200 || status > 299) return false;
  if (body.trim() === '') return true;
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType)) return false;
  // A long answer is cut off, and no longer parses: its content type must do.
  return Buffer.byteLength(body) >= maxBodyBytes || parses(body);
};

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Seconds, or a date; at most a day. */
const retryAfter = (value: string | string[] | undefined): number => {
  const text = String(value ?? '');
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 86_400) : 0;
};

/** Posts a JSON body. Never throws and never follows a redirect. */
export const post = async (
  dispatcher: Dispatcher,
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Attempt> => {
  const startedAt = performance.now();
  const took = () => Math.round(performance.now() - startedAt);
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher,
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'ai-receptionist/1' },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await readStart(response.body);
    const { statusCode: status, headers: answer } = response;
    const delivered = isReceipt(status, String(answer['content-type'] ?? ''), text);
    const refused = !delivered && status >= 200 && status <= 299;
    return {
      delivered,
      gone: status === 410,
      status,
      body: text,
      ...(refused ? { error: `the endpoint answered ${status} with something that is not JSON` } : {}),
      durationMs: took(),
      retryAfterSeconds: retryAfter(answer['retry-after']),
    };
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    return {
      delivered: false,
      gone: false,
      error: `${cause.name}: ${cause.message}`,
      durationMs: took(),
      retryAfterSeconds: 0,
    };
  }
};
