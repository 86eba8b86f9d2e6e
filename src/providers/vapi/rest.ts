import { request } from 'undici';
import { textOf, fieldsOf, isFields, type Fields } from '../shared/body.ts';
import { parseJson } from '../shared/json.ts';
import { causeOf, deadline, VendorError } from '../shared/vendorHttp.ts';

interface Question {
  method?: 'GET' | 'POST' | 'PATCH';
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/**
 * One request to Vapi's REST API. @returns status and answer; undefined where that is no JSON.
 * @throws VendorError without a status when no answer came: a request that changes something may have done so.
 */
export const ask = async (
  url: string,
  apiKey: string,
  { method = 'GET', body, signal }: Question = {},
): Promise<[status: number, answer: unknown]> => {
  try {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answered = await request(url, { method, headers, ...sent, signal: deadline(signal) });
    const text = await answered.body.text();
    return [answered.statusCode, /^[{[]/.test(text) ? parseJson(text) : undefined];
  } catch (error) {
    signal?.throwIfAborted();
    throw new VendorError('vapi', causeOf(error));
  }
};

/** Vapi explains in a sentence, or in several. */
export const refusalOf = (status: number, answer: unknown, otherwise: string): VendorError => {
  const { message } = fieldsOf(answer);
  const said = Array.isArray(message) ? message.map(textOf).filter(Boolean).join('; ') : textOf(message);
  return new VendorError('vapi', { status, message: said ?? otherwise });
};

/** @throws VendorError for whatever is not an object with one of these statuses. */
export const askForOne = async (url: string, apiKey: string, question: Question = {}): Promise<Fields> => {
  const [status, answer] = await ask(url, apiKey, question);
  if (![200, 201].includes(status) || !isFields(answer)) throw refusalOf(status, answer, 'no object in the answer');
  return answer;
};
