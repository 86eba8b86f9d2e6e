import { setTimeout as sleep } from 'node:timers/promises';
import { readTwiml } from './twiml.ts';
import type { CallbackName, WebhookToSend } from './webhook.ts';

/** How a webhook was received. */
export interface Sent {
  /** As it left, signed for the URL that it went to. */
  webhook: WebhookToSend;
  label: string;
  /** 0: no answer at all. */
  status: number;
  milliseconds: number;
  attempts: number;
  /** Why the vendor would not be content. */
  problems: string[];
  callbacks: Partial<Record<CallbackName, string>>;
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const assistantKeys = [
  'assistantId',
  'assistant',
  'squadId',
  'squad',
  'workflowId',
  'workflow',
  'destination',
  'error',
];

const assistantProblems = (answer: unknown): string[] =>
  typeof answer === 'object' && answer !== null && assistantKeys.some((key) => key in answer)
    ? []
    : [`no assistant in the answer; one of ${assistantKeys.join(', ')} is expected`];

const toolProblems = (
  answer: unknown,
  { toolCallIds: ids, mustDo }: Extract<WebhookToSend['expects'], { kind: 'tool-results' }>,
): string[] => {
  const results = (answer as { results?: unknown } | undefined)?.results;
  if (!Array.isArray(results)) return ['no `results` array in the answer'];
  return ids.flatMap((id) => {
    const found = (results as Record<string, unknown>[]).find(({ toolCallId }) => toolCallId === id);
    if (!found) return [`no result for ${id}`];
    const spoken = found['result'] ?? found['error'];
    if (typeof spoken !== 'string') return [`the result for ${id} is not a string`];
    if (mustDo && found['result'] === undefined) return [`nothing was done for ${id}: ${spoken}`];
    return /[\r\n]/.test(spoken) ? [`the result for ${id} has more than one line`] : [];
  });
};

const read = (
  { expects, url }: WebhookToSend,
  contentType: string,
  text: string,
): Pick<Sent, 'problems' | 'callbacks'> => {
  switch (expects.kind) {
    case 'acknowledgement':
      return { problems: [], callbacks: {} };
    case 'twiml':
      if (!/^(text|application)\/xml\b/.test(contentType))
        return { problems: [`TwiML is expected, not ${contentType || 'nothing'}`], callbacks: {} };
      return readTwiml(text, url, expects.anyOf);
    case 'assistant':
      return { problems: assistantProblems(readJson(text)), callbacks: {} };
    case 'tool-results':
      return { problems: toolProblems(readJson(text), expects), callbacks: {} };
  }
};

const reasonOf = (error: unknown): string => {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return cause?.code ?? cause?.message ?? (error as Error).message;
};

/** Sends as the vendor does: to the instance, within the vendor's deadline and with the vendor's retries. */
export const send = async (webhook: WebhookToSend, baseUrl: string): Promise<Sent> => {
  const { pathname, search } = new URL(webhook.url);
  const started = performance.now();
  const tell = (status: number, attempts: number, reading: Pick<Sent, 'problems' | 'callbacks'>): Sent => ({
    webhook,
    label: webhook.label,
    status,
    milliseconds: Math.round(performance.now() - started),
    attempts,
    ...reading,
  });
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt > webhook.retries;
    try {
      const response = await fetch(baseUrl + pathname + search, {
        method: 'POST',
        headers: webhook.headers,
        body: webhook.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(webhook.deadlineMs),
      });
      const text = await response.text();
      if (response.ok)
        return tell(response.status, attempt, read(webhook, response.headers.get('content-type') ?? '', text));
      if (last || response.status < 500)
        return tell(response.status, attempt, { problems: [`refused: ${text.slice(0, 200)}`], callbacks: {} });
    } catch (error) {
      if (last) return tell(0, attempt, { problems: [`no answer: ${reasonOf(error)}`], callbacks: {} });
    }
    await sleep(500);
  }
};
