import type { StandinAnswer, StandinRequest } from './server.ts';
import { vapiProblem } from './vapiSchemas.ts';

interface Command {
  callId: string;
  body: Record<string, unknown>;
}

const schemas: Record<string, string> = {
  say: 'ClientInboundMessageSay',
  control: 'ClientInboundMessageControl',
  transfer: 'ClientInboundMessageTransfer',
  'end-call': 'ClientInboundMessageEndCall',
};

interface Vendor {
  refuse(status: number, error: string, message: string | string[]): StandinAnswer;
  broken(request: StandinRequest, answer: StandinAnswer, problem: string): StandinAnswer;
}

/** Where live calls take commands: `POST /{call id}/control`, without a key, as `monitor.controlUrl` has it. */
export class VapiControls {
  readonly received: Command[] = [];
  readonly #vendor: Vendor;
  readonly #over = new Set<string>();

  constructor(vendor: Vendor) {
    this.#vendor = vendor;
  }

  /** From now on the call takes no commands. */
  end(callId: string): void {
    this.#over.add(callId);
  }

  answer(request: StandinRequest): StandinAnswer | undefined {
    const [, callId] = /^\/([0-9a-f-]{36})\/control$/.exec(request.path) ?? [];
    if (callId === undefined) return undefined;
    const { refuse, broken } = this.#vendor;
    const body = JSON.parse(request.body.toString()) as Command['body'];
    const schema = schemas[String(body['type'])];
    const problem = schema === undefined ? `${String(body['type'])} is no command` : vapiProblem(schema, body);
    if (request.method !== 'POST' || problem !== undefined)
      return broken(request, refuse(400, 'Bad Request', [problem ?? 'POST is expected']), problem ?? request.method);
    if (this.#over.has(callId)) return refuse(404, 'Not Found', 'Call not found');
    this.received.push({ callId, body });
    return { status: 200, json: { success: true } };
  }
}
