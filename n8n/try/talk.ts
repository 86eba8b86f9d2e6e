import { createSender } from '../../src/outbox/sender.ts';
import { signatureHeaders } from '../../src/outbox/standardWebhooks.ts';
import type { CallSnapshot } from '../../src/domain/calls/session.ts';
import { bodiesOf } from './events.ts';

export const accepted = '200 delivered {"received":true}';
export const refused = (problem: string): string => `401 retryBriefly {"code":401,"message":"${problem}"}`;

const now = () => Math.floor(Date.now() / 1000);

/** Sends as the worker does. @param url n8n's */
export const createTalk = (url: string, secret: string) => {
  const sender = createSender({ allowed: ['127.0.0.0/8'], requireHttps: false });
  const sign = (id: string, body: string, secrets = [secret], secondsAgo = 0) =>
    signatureHeaders(secrets, id, now() - secondsAgo, body);

  /** @returns the answer, and what our worker makes of it */
  const send = async (path: string, headers: Record<string, string>, body: string): Promise<string> => {
    const { status, verdict, body: answer, error } = await sender.post(`${url}/webhook/${path}`, headers, body);
    return `${status ?? error?.code} ${verdict} ${answer}`;
  };

  /** All events of a call, in order. @returns the different answers */
  const sendCall = async (path: string, call: CallSnapshot): Promise<string[]> => {
    const answers: string[] = [];
    for (const { eventType, body } of bodiesOf(call, secret))
      answers.push(await send(path, sign(`${path}/${call.externalCallId}/${eventType}`, body), body));
    return [...new Set(answers)];
  };

  return { sign, send, sendCall, close: () => sender.close() };
};

export type Talk = ReturnType<typeof createTalk>;
