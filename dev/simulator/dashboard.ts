import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { callOutcomes, callStatuses, isTerminalStatus } from '../../src/domain/calls/observation.ts';

const ShownCall = z.looseObject({
  id: z.string(),
  externalCallId: z.string(),
  provider: z.string(),
  status: z.enum(callStatuses),
  outcome: z.enum(callOutcomes).nullable(),
  aiHandled: z.boolean(),
  durationSeconds: z.number().nullable(),
  billedMinutes: z.number().nullable(),
  providerCostCents: z.number().nullable(),
  summary: z.string().nullish(),
  transcript: z.string().nullish(),
});
/** A call as the dashboard shows it. */
export type ShownCall = z.infer<typeof ShownCall>;

const List = z.looseObject({ data: z.array(ShownCall) });
const Login = z.looseObject({ accessToken: z.string() });

export interface Dashboard {
  /** With transcript; undefined while the instance does not know the call. */
  findCall(externalCallId: string): Promise<ShownCall | undefined>;
}

const read = async <T>(response: Response, schema: z.ZodType<T>): Promise<T> => {
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${new URL(response.url).pathname} answered ${response.status}: ${text.slice(0, 200)}`);
  return schema.parse(JSON.parse(text));
};

/** @throws Error when the account is unknown or the instance cannot be reached. */
export const signIn = async (baseUrl: string, email: string, password: string): Promise<Dashboard> => {
  const login = await fetch(`${baseUrl}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = await read(login, Login);
  const get = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
    read(await fetch(baseUrl + path, { headers: { authorization: `Bearer ${accessToken}` } }), schema);
  return {
    findCall: async (externalCallId) => {
      const { data } = await get(`/dashboard/calls?limit=5&search=${encodeURIComponent(externalCallId)}`, List);
      const found = data.find((call) => call.externalCallId === externalCallId);
      return found ? get(`/dashboard/calls/${found.id}`, ShownCall) : undefined;
    },
  };
};

interface Patience {
  /** Until the call is over. */
  closingMs: number;
  /** From there, until its cost is what it should be. */
  costMs: number;
  costSettled(call: ShownCall): boolean;
}

/** The call once it is over and its cost is known; what is known of it where patience ends before. */
export const waitForCall = async (
  dashboard: Dashboard,
  callId: string,
  { closingMs, costMs, costSettled }: Patience,
): Promise<ShownCall | undefined> => {
  const started = Date.now();
  let overAt: number | undefined;
  for (;;) {
    const call = await dashboard.findCall(callId);
    const over = call !== undefined && isTerminalStatus(call.status) && call.outcome !== null;
    if (over) overAt ??= Date.now();
    if (over && costSettled(call)) return call;
    const waited = overAt === undefined ? Date.now() - started >= closingMs : Date.now() - overAt >= costMs;
    if (waited) return call;
    await sleep(250);
  }
};
