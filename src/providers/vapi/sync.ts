import { setTimeout as sleep } from 'node:timers/promises';
import { driftOf, type DriftedField } from '../../domain/assistants/drift.ts';
import { UnknownOutcome, type AssistantPlan, type SyncedAssistant, type VapiSettings } from '../provider.ts';
import { fieldsOf, isFields, sidOf, textOf, type Fields } from '../shared/body.ts';
import { isoOf } from '../shared/moments.ts';
import { VendorError } from '../shared/vendorHttp.ts';
import { assistantOf, metadataOf, secretHeader, toolsOf } from './documents.ts';
import { ask, askForOne, refusalOf } from './rest.ts';

/** The most that Vapi lists at a time. */
const pageSize = 1_000;

/** How long to wait before each look whether a request without an answer was done after all. */
const looksAfterMs = [500, 2_000, 5_000];

const secretFields = [secretHeader.toLowerCase()];

class Account {
  readonly #apiUrl: string;
  readonly #apiKey: string;
  readonly #signal: AbortSignal | undefined;

  constructor(apiUrl: string, apiKey: string, signal: AbortSignal | undefined) {
    this.#apiUrl = apiUrl;
    this.#apiKey = apiKey;
    this.#signal = signal;
  }

  /** All that the account has of a kind, oldest first. */
  async list(kind: 'assistant' | 'tool'): Promise<Fields[]> {
    const found = new Map<string, Fields>();
    for (let before: string | undefined, isLast = false; !isLast;) {
      const query = new URLSearchParams({
        limit: String(pageSize),
        ...(before !== undefined && { createdAtLe: before }),
      });
      const [status, answer] = await ask(`${this.#apiUrl}/${kind}?${query.toString()}`, this.#apiKey, {
        signal: this.#signal,
      });
      if (status !== 200 || !Array.isArray(answer)) throw refusalOf(status, answer, `no ${kind}s in the answer`);
      const page = answer.filter(isFields).filter((one) => !found.has(textOf(one['id']) ?? ''));
      for (const one of page) found.set(textOf(one['id']) ?? '', one);
      before = isoOf(page.at(-1)?.['createdAt']);
      isLast = answer.length < pageSize || page.length === 0 || before === undefined;
    }
    return [...found.values()].toSorted(
      (a, b) => Date.parse(String(a['createdAt'])) - Date.parse(String(b['createdAt'])),
    );
  }

  /** Undefined where it was deleted. */
  async get(kind: 'assistant' | 'tool', id: string): Promise<Fields | undefined> {
    const [status, answer] = await ask(this.#url(kind, id), this.#apiKey, { signal: this.#signal });
    if (status === 404) return undefined;
    if (status !== 200 || !isFields(answer)) throw refusalOf(status, answer, `no ${kind} in the answer`);
    return answer;
  }

  change(kind: 'assistant' | 'tool', id: string, body: Fields): Promise<Fields> {
    return askForOne(this.#url(kind, id), this.#apiKey, { method: 'PATCH', body, signal: this.#signal });
  }

  /**
   * Creates one that the list did not show. Where no answer comes, or one that says nothing of the outcome, the list says whether it
   * was made; a second request is never sent.
   */
  async create(kind: 'assistant' | 'tool', body: Fields, isIt: (one: Fields) => boolean): Promise<Fields> {
    try {
      return await askForOne(`${this.#apiUrl}/${kind}`, this.#apiKey, { method: 'POST', body, signal: this.#signal });
    } catch (error) {
      if (!(error instanceof VendorError) || (error.status !== undefined && error.status < 500)) throw error;
      for (const pauseMs of looksAfterMs) {
        await sleep(pauseMs, undefined, this.#signal ? { signal: this.#signal } : {});
        const found = (await this.list(kind).catch(() => [])).find(isIt);
        if (found) return found;
      }
      throw new UnknownOutcome(`whether the ${kind} was created is not known`, { cause: error });
    }
  }

  #url(kind: 'assistant' | 'tool', id: string): string {
    return `${this.#apiUrl}/${kind}/${encodeURIComponent(id)}`;
  }
}

/** A PATCH takes no type: what a tool is does not change. */
const changesOf = (wanted: Fields): Fields =>
  Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== 'type'));

const isToolOf = (name: string, { webhookUrl }: AssistantPlan, tool: Fields): boolean =>
  tool['type'] === 'function' &&
  textOf(fieldsOf(tool['function'])['name']) === name &&
  textOf(fieldsOf(tool['server'])['url']) === webhookUrl;

const isAssistantOf = (plan: AssistantPlan, assistant: Fields): boolean =>
  driftOf(metadataOf(plan), assistant['metadata'], []).length === 0;

const idIn = (found: Fields): string => {
  const id = sidOf(found['id']);
  if (id === undefined) throw new VendorError('vapi', { message: 'no id in the answer' });
  return id;
};

const prefixed = (name: string, drift: DriftedField[]): DriftedField[] =>
  drift.map((one) => ({ ...one, field: `${name}: ${one.field}` }));

/** See `AssistantProvider.sync`. */
export const syncAssistant = async (
  apiUrl: string,
  settings: VapiSettings,
  plan: AssistantPlan,
  signal?: AbortSignal,
): Promise<SyncedAssistant> => {
  const account = new Account(apiUrl, settings.apiKey, signal);
  const drift: DriftedField[] = [];
  const toolIds: Record<string, string> = {};
  const known = await account.list('tool');
  for (const [name, wanted] of toolsOf(plan, settings)) {
    const isIt = (tool: Fields) => isToolOf(name, plan, tool);
    const found = known.find(isIt);
    const id = idIn(
      found ? await account.change('tool', idIn(found), changesOf(wanted)) : await account.create('tool', wanted, isIt),
    );
    toolIds[name] = id;
    drift.push(...prefixed(name, driftOf(wanted, await account.get('tool', id), secretFields)));
  }

  const isIt = (assistant: Fields) => isAssistantOf(plan, assistant);
  const own = (await account.list('assistant')).filter(isIt);
  // The one that is used stays; where it was deleted, one that is ours by its metadata takes its place.
  const used = plan.assistantId === undefined ? undefined : await account.get('assistant', plan.assistantId);
  const found = used ?? own[0];
  const wanted = assistantOf(plan, settings, Object.values(toolIds));
  const assistantId = idIn(
    found ? await account.change('assistant', idIn(found), wanted) : await account.create('assistant', wanted, isIt),
  );
  drift.push(...driftOf(wanted, await account.get('assistant', assistantId), secretFields));
  const duplicates = own.map(idIn).filter((id) => id !== assistantId);
  return { assistantId, toolIds, drift, duplicates };
};
