import { z } from 'zod';
import type { StandinAnswer, StandinRequest } from './server.ts';

/** Account (or user) → its secret. */
export type Accounts = Map<string, string>;

const Account = z.strictObject({ secret: z.string().min(1) });

/** Runs what a control request asks; a body that does not fit is answered, not thrown. */
export const controlled = (run: () => unknown): StandinAnswer => {
  try {
    return { status: 200, json: run() ?? { ok: true } };
  } catch (error) {
    return { status: 400, json: { message: error instanceof z.ZodError ? z.prettifyError(error) : String(error) } };
  }
};

/**
 * What the simulator, in a process of its own, sends a stand-in about a call, beside the vendor's own paths:
 * `PUT /__standin/calls/{id}` and `PUT /__standin/accounts/{user}`. The vendors have no such paths.
 */
export const readControl = (
  request: StandinRequest,
  accounts: Accounts,
  setCall: (id: string, state: unknown) => void,
): StandinAnswer | undefined => {
  const [, kind, id] = /^\/__standin\/(calls|accounts)\/([^/]+)$/.exec(request.path) ?? [];
  if (!kind || !id || request.method !== 'PUT') return undefined;
  return controlled(() => {
    const body: unknown = JSON.parse(request.body.toString());
    if (kind === 'calls') setCall(decodeURIComponent(id), body);
    else accounts.set(decodeURIComponent(id), Account.parse(body).secret);
  });
};
