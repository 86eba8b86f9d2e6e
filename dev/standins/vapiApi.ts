import { z } from 'zod';
import { readControl, type Accounts } from './control.ts';
import { VapiControls } from './vapiControls.ts';
import { VapiResources } from './vapiResources.ts';
import { startServer, statusOf, type StandinAnswer, type StandinRequest, type Violation } from './server.ts';

/** What the simulator sends Vapi's stand-in: the call as Vapi would answer it after its end. */
export const VapiCallState = z.strictObject({
  apiKey: z.string().min(1),
  /** Until then the call is shown as in progress, without its results. */
  liveForMs: z.number().nonnegative().default(0),
  call: z.looseObject({
    id: z.uuid(),
    orgId: z.string(),
    type: z.enum(['inboundPhoneCall', 'outboundPhoneCall', 'webCall']),
    status: z.enum(['scheduled', 'queued', 'ringing', 'in-progress', 'forwarding', 'ended', 'not-found']),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    startedAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
    endedReason: z.string().optional(),
    cost: z.number().nonnegative().optional(),
    phoneCallProvider: z.enum(['twilio', 'vonage', 'vapi', 'telnyx']).optional(),
    phoneCallProviderId: z.string().optional(),
  }),
});
export type VapiCallState = z.input<typeof VapiCallState>;

export interface VapiStandin {
  url: string;
  setCall(state: VapiCallState): void;
  addAccount(apiKey: string): void;
  /** Assistants and tools. */
  resources: VapiResources;
  /** What live calls were told to do, in order. */
  controls: VapiControls;
  violations(): Violation[];
  stop(): Promise<void>;
}

const refuse = (statusCode: number, error: string, message: string | string[]): StandinAnswer => ({
  status: statusCode,
  json: { message, error, statusCode },
});

const results = [
  'endedAt',
  'endedReason',
  'cost',
  'costs',
  'costBreakdown',
  'analysis',
  'artifact',
  'messages',
  'transcript',
  'summary',
  'recordingUrl',
];

const periods: Record<string, (createdAt: number, moment: number) => boolean> = {
  createdAtGt: (createdAt, moment) => createdAt > moment,
  createdAtGe: (createdAt, moment) => createdAt >= moment,
  createdAtLt: (createdAt, moment) => createdAt < moment,
  createdAtLe: (createdAt, moment) => createdAt <= moment,
};

/** What Vapi would refuse in the parameters of its list. */
const problemOf = (query: URLSearchParams): string | undefined => {
  for (const [name, value] of query) {
    if (name === 'limit') {
      if (!/^\d+$/.test(value) || Number(value) > 1000) return 'limit must not be greater than 1000';
    } else if (!Object.hasOwn(periods, name)) return `property ${name} should not exist`;
    else if (!z.iso.datetime().safeParse(value).success) return `${name} must be a valid ISO 8601 date string`;
  }
  return undefined;
};

const isAsked = (query: URLSearchParams, createdAt: string): boolean =>
  Object.entries(periods).every(([name, holds]) => {
    const moment = query.get(name);
    return moment === null || holds(Date.parse(createdAt), Date.parse(moment));
  });

interface VapiOptions {
  port: number;
  apiKeys: readonly string[];
  log(line: string): void;
}

/** `GET /call/{id}`, `GET /call`, assistants, tools, and where live calls take commands, as api.vapi.ai answers them. */
export const startVapi = async ({ port, apiKeys, log }: VapiOptions): Promise<VapiStandin> => {
  const accounts: Accounts = new Map(apiKeys.map((key) => [key, key]));
  const calls = new Map<string, z.output<typeof VapiCallState> & { setAt: number }>();
  const violations: Violation[] = [];

  const setCall = (state: unknown): void => {
    const parsed = VapiCallState.parse(state);
    calls.set(parsed.call.id, { ...parsed, setAt: Date.now() });
  };

  const seen = ({ call, liveForMs, setAt }: NonNullable<ReturnType<typeof calls.get>>): Record<string, unknown> =>
    Date.now() - setAt >= liveForMs
      ? call
      : {
          ...Object.fromEntries(Object.entries(call).filter(([name]) => !results.includes(name))),
          status: 'in-progress',
        };

  const broken = ({ method, path }: StandinRequest, answer: StandinAnswer, problem: string): StandinAnswer => {
    violations.push({ method, path, problem });
    return answer;
  };

  const resources = new VapiResources({ refuse, broken });
  const controls = new VapiControls({ refuse, broken });

  const answer = (request: StandinRequest): StandinAnswer => {
    const controlled = controls.answer(request);
    if (controlled) return controlled;
    const { method, path, query, headers } = request;
    const key = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (!key || !accounts.has(key)) {
      return refuse(
        401,
        'Unauthorized',
        'Invalid Key. Hot tip, you may be using the private key instead of the public key, or vice versa.',
      );
    }
    const resource = resources.answer(request, key);
    if (resource) return resource;
    const [, id] = /^\/call(?:\/([^/]+))?$/.exec(path) ?? [];
    if (method !== 'GET' || !/^\/call(\/|$)/.test(path)) {
      return broken(request, refuse(404, 'Not Found', `Cannot ${method} ${path}`), `${method} ${path} is unknown`);
    }
    if (!id) {
      const wrong = problemOf(query);
      if (wrong) return broken(request, refuse(400, 'Bad Request', [wrong]), wrong);
      const own = [...calls.values()].filter(({ apiKey, call }) => apiKey === key && isAsked(query, call.createdAt));
      return {
        status: 200,
        json: own
          .toSorted((a, b) => Date.parse(b.call.createdAt) - Date.parse(a.call.createdAt))
          .slice(0, Number(query.get('limit') ?? 100))
          .map(seen),
      };
    }
    if (!z.uuid().safeParse(id).success)
      return broken(request, refuse(400, 'Bad Request', ['id must be a UUID']), `${id} is not a UUID`);
    const call = calls.get(id);
    if (!call || call.apiKey !== key) return refuse(404, 'Not Found', `Couldn't find call with id ${id}`);
    return { status: 200, json: seen(call) };
  };

  const server = await startServer({
    name: 'vapi',
    port,
    handle: (request) => {
      const control = readControl(request, accounts, (_id, state) => setCall(state));
      if (control) return control;
      const answered = answer(request);
      log(`vapi       ${request.method} ${request.path} → ${statusOf(answered)}`);
      return answered;
    },
  });
  return {
    url: server.url,
    setCall,
    resources,
    controls,
    addAccount: (key) => void accounts.set(key, key),
    violations: () => [...violations],
    stop: () => server.stop(),
  };
};
