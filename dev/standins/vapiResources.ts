import { randomUUID } from 'node:crypto';
import type { StandinAnswer, StandinRequest } from './server.ts';
import { vapiProblem } from './vapiSchemas.ts';

type Resource = Record<string, unknown>;

/** A request that does not reach Vapi, or whose answer gets lost: `done` says whether it was carried out. */
export type Trouble = { on: string; done: boolean; answer: StandinAnswer };

const schemas: Record<string, string> = {
  'POST assistant': 'CreateAssistantDTO',
  'PATCH assistant': 'UpdateAssistantDTO',
  'POST tool': 'CreateFunctionToolDTO',
  'PATCH tool': 'UpdateFunctionToolDTO',
};

interface Vendor {
  refuse(status: number, error: string, message: string | string[]): StandinAnswer;
  /** Notes a breach of the contract. */
  broken(request: StandinRequest, answer: StandinAnswer, problem: string): StandinAnswer;
}

/** Assistants and tools, by account: created, changed, listed and read as api.vapi.ai does it. */
export class VapiResources {
  readonly #kept = new Map<string, Resource & { kind: string; apiKey: string }>();
  readonly #vendor: Vendor;
  #troubles: Trouble[] = [];
  readonly requests: string[] = [];

  constructor(vendor: Vendor) {
    this.#vendor = vendor;
  }

  /** The next request of that kind (`POST assistant`) fails like this. */
  fail(trouble: Trouble): void {
    this.#troubles.push(trouble);
  }

  all(apiKey: string, kind: 'assistant' | 'tool'): Resource[] {
    return [...this.#kept.values()].filter((one) => one.kind === kind && one.apiKey === apiKey).map(shown);
  }

  /** What the account's owner does at Vapi's dashboard. */
  edit(id: string, changes: Resource): void {
    const found = this.#kept.get(id);
    if (found) Object.assign(found, changes);
  }

  answer(request: StandinRequest, apiKey: string): StandinAnswer | undefined {
    const [, kind, id] = /^\/(assistant|tool)(?:\/([^/]+))?$/.exec(request.path) ?? [];
    if (kind === undefined) return undefined;
    const deed = `${request.method} ${kind}`;
    this.requests.push(id === undefined ? deed : `${deed} ${id}`);
    const at = this.#troubles.findIndex(({ on }) => on === deed);
    const [trouble] = at === -1 ? [] : this.#troubles.splice(at, 1);
    const answered = trouble && !trouble.done ? trouble.answer : this.#carryOut(request, apiKey, kind, id);
    return trouble ? trouble.answer : answered;
  }

  #carryOut(request: StandinRequest, apiKey: string, kind: string, id: string | undefined): StandinAnswer {
    const { refuse, broken } = this.#vendor;
    const found = id === undefined ? undefined : this.#kept.get(id);
    const isTheirs = found?.kind === kind && found.apiKey === apiKey;
    if (id !== undefined && !isTheirs) return refuse(404, 'Not Found', `Couldn't find ${kind} with id ${id}`);
    if (request.method === 'GET')
      return found ? { status: 200, json: shown(found) } : this.#list(request, apiKey, kind);
    const schema = schemas[`${request.method} ${kind}`];
    const isPlaced = (request.method === 'POST') === (id === undefined);
    if (schema === undefined || !isPlaced)
      return broken(request, refuse(404, 'Not Found', `Cannot ${request.method} ${request.path}`), 'unknown route');
    const body = JSON.parse(request.body.toString()) as Resource;
    const problem = vapiProblem(schema, body);
    if (problem !== undefined) return broken(request, refuse(400, 'Bad Request', [problem]), problem);
    const now = new Date().toISOString();
    if (found) {
      Object.assign(found, body, { updatedAt: now });
      return { status: 200, json: shown(found) };
    }
    const made = { ...body, id: randomUUID(), orgId: apiKey, createdAt: now, updatedAt: now, kind, apiKey };
    this.#kept.set(made.id, made);
    return { status: 201, json: shown(made) };
  }

  #list({ query }: StandinRequest, apiKey: string, kind: string): StandinAnswer {
    const limit = Number(query.get('limit') ?? 100);
    const before = Date.parse(query.get('createdAtLe') ?? '2100-01-01');
    const own = this.all(apiKey, kind as 'tool').filter((one) => Date.parse(String(one['createdAt'])) <= before);
    return { status: 200, json: own.toReversed().slice(0, limit) };
  }
}

const shown = ({ kind: _kind, apiKey: _apiKey, ...resource }: Resource): Resource => resource;
