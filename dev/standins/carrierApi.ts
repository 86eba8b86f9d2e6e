import { CarrierCalls, type CarrierCall, type CarrierCallState } from './carrierCalls.ts';
import { readControl, type Accounts } from './control.ts';
import { updateProblem, type CallUpdate } from './carrierUpdates.ts';
import type { Dialect, Refusal } from './dialects.ts';
import { startServer, statusOf, type StandinAnswer, type StandinRequest, type Violation } from './server.ts';

export interface CarrierStandin {
  url: string;
  /** What the simulator knows about the call; also `PUT /__standin/calls/{sid}`. */
  setCall(sid: string, state: CarrierCallState): void;
  /** Also `PUT /__standin/accounts/{sid}` with `{"secret": …}`. */
  addAccount(accountSid: string, secret: string): void;
  /** What live calls were told to do, in order. */
  updates(): CallUpdate[];
  /** From now on calls go on although they were told to end, or end again. */
  setStubborn(isStubborn: boolean): void;
  violations(): Violation[];
  stop(): Promise<void>;
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.refusal = { status, code, message };
  }
}

const basicAuth = (header: string | undefined): [user: string, password: string] => {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '') ?? [];
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  return [user, password.join(':')];
};

const paging = ['PageSize', 'Page', 'PageToken'];
const callFilters = { To: 'to', From: 'from', ParentCallSid: 'parent_call_sid', Status: 'status' } as const;
/** Parameter, percent-decoded: `StartTime>=2026-11-20T15:20:00Z` has the name `StartTime>`. */
const periodFilters = ['StartTime>', 'StartTime<'] as const;
const recordingFilters = { CallSid: 'call_sid' } as const;

type Row = Record<string, unknown>;

/** A carrier's REST API with Twilio's paths: call by id, also to change it, calls, recordings. Anything else breaks the contract. */
class CarrierApi {
  readonly calls = new CarrierCalls();
  readonly accounts: Accounts;
  readonly violations: Violation[] = [];
  /** What live calls were told to do, in order. */
  readonly updates: CallUpdate[] = [];
  /** Takes the request to end a call, and does not end it. */
  isStubborn = false;
  readonly #dialect: Dialect;

  constructor(dialect: Dialect, accounts: Accounts) {
    this.#dialect = dialect;
    this.accounts = accounts;
  }

  answer(request: StandinRequest): StandinAnswer {
    const { name, refuse } = this.#dialect;
    try {
      return { status: 200, json: this.#route(request), headers: { 'x-standin': name } };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return refuse(error.refusal);
    }
  }

  #route(request: StandinRequest): Row {
    const accountSid = this.#authenticate(request);
    const { root, callSid } = this.#dialect;
    const prefix = `${root}/Accounts/${accountSid}/`;
    if (!request.path.startsWith(prefix))
      throw this.#broken(request, 404, 20404, `${request.path} is not a resource of account ${accountSid}`);
    const path = request.path.slice(prefix.length);

    if (request.method !== 'GET') return this.#update(request, accountSid, path);
    if (path === 'Calls.json') {
      const rows = this.#inPeriod(request, this.calls.list(accountSid)).map((call) => this.#dialect.call(call));
      return this.#page(request, 'calls', rows, callFilters, periodFilters);
    }
    if (path === 'Recordings.json') return this.#recordings(request, accountSid);
    const [, sid, sub] = /^Calls\/([^/]+?)(\/Recordings)?\.json$/.exec(path) ?? [];
    if (!sid) throw this.#broken(request, 404, 20404, `${request.path} is unknown`);
    if (!callSid.test(sid)) throw this.#broken(request, 404, 20404, `${sid} is not a call id of ${this.#dialect.name}`);
    const call = this.calls.find(accountSid, sid);
    if (!call) throw new Refused(404, 20404, `The requested resource ${request.path} was not found`);
    if (sub) return this.#recordings(request, accountSid, sid);
    this.#allowParameters(request, []);
    return this.#dialect.call(call);
  }

  /** `POST Calls/{sid}.json`: ends a live call, or sends it elsewhere. */
  #update(request: StandinRequest, accountSid: string, path: string): Row {
    const [, sid = ''] = /^Calls\/([^/]+?)\.json$/.exec(path) ?? [];
    if (request.method !== 'POST' || sid === '')
      throw this.#broken(request, 405, 20004, `${request.method} is not allowed here`);
    const update = Object.fromEntries(new URLSearchParams(request.body.toString()));
    const problem = updateProblem(this.#dialect.name, update);
    if (problem !== undefined) throw this.#broken(request, 400, 20001, problem);
    const call = this.calls.find(accountSid, sid);
    if (!call) throw new Refused(404, 20404, `The requested resource ${request.path} was not found`);
    if (call.endTime) throw new Refused(400, 21220, 'Call is not in-progress. Cannot redirect.');
    this.updates.push({ callSid: sid, ...update });
    if (update['Status'] === 'completed' && !this.isStubborn) this.calls.end(sid);
    return this.#dialect.call(this.calls.find(accountSid, sid) ?? call);
  }

  #authenticate(request: StandinRequest): string {
    const [user, password] = basicAuth(request.headers.authorization);
    if (!user || this.accounts.get(user) !== password) throw new Refused(401, 20003, 'Authenticate');
    return user;
  }

  #recordings(request: StandinRequest, accountSid: string, callSid?: string): Row {
    const rows = this.calls.recordings(accountSid).filter((recording) => !callSid || recording.callSid === callSid);
    return this.#page(
      request,
      'recordings',
      rows.map((recording) => this.#dialect.recording(recording, accountSid)),
      recordingFilters,
    );
  }

  #inPeriod(request: StandinRequest, calls: CarrierCall[]): CarrierCall[] {
    const [since, until] = periodFilters.map((name) => {
      const text = request.query.get(name);
      if (text !== null && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(text))
        throw this.#broken(request, 400, 20001, `${name} is a day or a moment in UTC, to the second`);
      return text === null ? undefined : Date.parse(text);
    });
    return calls.filter(
      ({ startTime }) => startTime.getTime() >= (since ?? 0) && startTime.getTime() <= (until ?? Infinity),
    );
  }

  #page(
    request: StandinRequest,
    key: string,
    rows: Row[],
    filters: Record<string, string>,
    others: readonly string[] = [],
  ): Row {
    this.#allowParameters(request, [...paging, ...Object.keys(filters), ...others]);
    const { query, path } = request;
    const wanted = rows.filter((row) =>
      Object.entries(filters).every(
        ([parameter, field]) => !query.has(parameter) || row[field] === query.get(parameter),
      ),
    );
    const size = Number(query.get('PageSize') ?? 50);
    const page = Number(query.get('Page') ?? 0);
    if (!Number.isInteger(size) || size < 1 || size > 1000)
      throw this.#broken(request, 400, 20001, 'PageSize must be 1 to 1000');
    const start = page * size;
    const shown = wanted.slice(start, start + size);
    const uriOf = (number: number, token = ''): string => {
      const parameters = new URLSearchParams([...query].filter(([name]) => !paging.includes(name)));
      parameters.set('PageSize', String(size));
      parameters.set('Page', String(number));
      if (token) parameters.set('PageToken', token);
      return `${path}?${parameters.toString()}`;
    };
    return {
      [key]: shown,
      page,
      page_size: size,
      start,
      end: Math.max(start, start + shown.length - 1),
      uri: uriOf(page),
      first_page_uri: uriOf(0),
      previous_page_uri: page > 0 ? uriOf(page - 1) : null,
      next_page_uri: start + size < wanted.length ? uriOf(page + 1, `PA${String(shown.at(-1)?.['sid'])}`) : null,
    };
  }

  #allowParameters(request: StandinRequest, allowed: string[]): void {
    const unknown = [...request.query.keys()].find((name) => !allowed.includes(name));
    if (unknown) throw this.#broken(request, 400, 20001, `Parameter '${unknown}' is not valid`);
  }

  #broken({ method, path }: StandinRequest, status: number, code: number, problem: string): Refused {
    this.violations.push({ method, path, problem });
    return new Refused(status, code, problem);
  }
}

interface CarrierOptions {
  dialect: Dialect;
  port: number;
  accounts: Accounts;
  log(line: string): void;
}

export const startCarrier = async ({ dialect, port, accounts, log }: CarrierOptions): Promise<CarrierStandin> => {
  const api = new CarrierApi(dialect, accounts);
  const server = await startServer({
    name: dialect.name,
    port,
    handle: (request) => {
      const control = readControl(request, accounts, (sid, state) => api.calls.set(sid, state as CarrierCallState));
      if (control) return control;
      const answer = api.answer(request);
      log(
        `${dialect.name.padEnd(10)} ${request.method} ${request.path.split('/Accounts/')[1] ?? request.path} → ${statusOf(answer)}`,
      );
      return answer;
    },
  });
  return {
    url: server.url,
    setCall: (sid, state) => api.calls.set(sid, state),
    addAccount: (sid, secret) => void accounts.set(sid, secret),
    updates: () => [...api.updates],
    setStubborn: (isStubborn) => void (api.isStubborn = isStubborn),
    violations: () => [...api.violations],
    stop: () => server.stop(),
  };
};
