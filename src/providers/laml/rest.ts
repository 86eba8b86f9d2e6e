import twilio from 'twilio';
import { isTerminalStatus, type CallObservation } from '../../domain/calls/observation.ts';
import { microUsd } from '../../domain/calls/billing.ts';
import type { Carrier } from '../../domain/providers.ts';
import { defined, fieldsOf, listOf, partyIn, textOf } from '../shared/body.ts';
import { callStatusOf, directionOf, isMachine } from './events.ts';
import { isoOf, secondsOf } from '../shared/moments.ts';
import type { CallPeriod, FetchedCall, ListedCall } from '../provider.ts';
import { causeOf, deadline, timeoutMs, VendorError } from '../shared/vendorHttp.ts';

/** Where a carrier's REST API is and who asks. */
export interface LamlAccount {
  name: Carrier;
  /** Scheme and host only: the carrier's own links to further pages start at the root. */
  baseUrl: string;
  /** Path below the host, without slashes at its ends. */
  version: string;
  accountId: string;
  password: string;
}

export const createHttp = (signal: AbortSignal) => {
  const http = new twilio.RequestClient({ timeout: timeoutMs, keepAlive: false });
  // The client takes no signal of its own.
  http.axios.defaults.signal = signal;
  return http;
};

type Http = ReturnType<typeof createHttp>;

const createClient = ({ baseUrl, version, accountId, password }: LamlAccount, httpClient: Http) => {
  // The client insists on ids that start with AC; SignalWire's are UUIDs.
  const client = new twilio.Twilio('AC', password, { httpClient, autoRetry: false, region: '', edge: '' });
  client.username = accountId;
  client.accountSid = accountId;
  client.api.baseUrl = baseUrl;
  client.api.v2010._version = version;
  // It would rebuild the host from TWILIO_REGION and TWILIO_EDGE and send one vendor's password to another.
  client.getHostname = (hostname: string) => hostname;
  return client;
};

/**
 * The client's own errors hold the request, password included, and it does not understand SignalWire's
 * `{errors: [{code, message}]}`, strings in their place, and pages in HTML.
 */
export const explain = (error: unknown, http: Http, { name }: LamlAccount): VendorError => {
  const status = http.lastResponse?.statusCode;
  const answer = fieldsOf(http.lastResponse?.body);
  const [first] = listOf(answer['errors']);
  const said = defined({
    code: textOf(answer['code']) ?? textOf(fieldsOf(first)['code']),
    message: textOf(answer['message']) ?? textOf(fieldsOf(first)['message']) ?? textOf(first),
  });
  return new VendorError(name, { ...causeOf(error), ...said, ...defined({ status }) });
};

type CarrierCall = Awaited<ReturnType<typeof fetchInstance>>;

export const callsOf = (account: LamlAccount, http: Http) =>
  createClient(account, http).api.v2010.accounts(account.accountId).calls;

const fetchInstance = (account: LamlAccount, callSid: string, http: Http) =>
  callsOf(account, http)(encodeURIComponent(callSid)).fetch();

/** The client's types promise more than the vendors keep: any field may be null, a number or a string. */
const eventsOf = (source: Carrier, call: CarrierCall, askedAt: string): CallObservation[] => {
  const status = callStatusOf(textOf(call.status));
  const [startedAt, endedAt] = [isoOf(call.startTime), isoOf(call.endTime)];
  const base = { source, confirmed: true, at: endedAt ?? startedAt ?? isoOf(call.dateCreated) ?? askedAt };
  const price = textOf(call.priceUnit) === 'USD' || !call.priceUnit ? microUsd(textOf(call.price)) : undefined;
  const events: CallObservation[] = [];
  if (status) {
    const ended = isTerminalStatus(status);
    const details = defined({
      direction: directionOf(textOf(call.direction)),
      from: partyIn(call.from),
      to: partyIn(call.to),
      startedAt,
      endedAt: ended ? endedAt : undefined,
      durationSeconds: ended ? secondsOf(call.duration) : undefined,
    });
    events.push({ ...base, type: 'status', status, ...details });
  }
  const outbound = directionOf(textOf(call.direction)) === 'OUTBOUND';
  if (outbound && isMachine(textOf(call.answeredBy))) events.push({ ...base, type: 'machine', legId: call.sid });
  if (price !== undefined) events.push({ ...base, type: 'cost', microUsd: price });
  return events;
};

/** @throws VendorError; the signal's reason when it was aborted. */
export const fetchLamlCall = async (
  account: LamlAccount,
  callSid: string,
  signal?: AbortSignal,
): Promise<FetchedCall> => {
  const http = createHttp(deadline(signal));
  try {
    const call = await fetchInstance(account, callSid, http);
    // A price in another currency is a price: asking again would not turn it into dollars.
    const priced = textOf(call.price) !== undefined;
    return { found: true, events: eventsOf(account.name, call, new Date().toISOString()), priced };
  } catch (error) {
    signal?.throwIfAborted();
    if (http.lastResponse?.statusCode === 404) return { found: false };
    throw explain(error, http, account);
  }
};

const pageSize = 100;

interface CallPage {
  instances: CarrierCall[];
  nextPage(): Promise<CallPage> | undefined;
}

/** The other leg of a call that is listed itself, or a call of numbers that are not the tenant's here. */
const isOther = (call: CarrierCall, numbers: readonly string[]): boolean =>
  textOf(call.parentCallSid) !== undefined ||
  !numbers.includes(textOf(directionOf(textOf(call.direction)) === 'OUTBOUND' ? call.from : call.to) ?? '');

/**
 * Calls from or to these numbers; without numbers none are known to be the tenant's.
 * @throws VendorError; the signal's reason when it was aborted.
 */
export async function* listLamlCalls(
  account: LamlAccount,
  numbers: readonly string[],
  { since, until }: CallPeriod,
  signal?: AbortSignal,
): AsyncGenerator<ListedCall> {
  if (numbers.length === 0) return;
  const http = createHttp(deadline(signal));
  const period = { startTimeAfter: since, ...(until && { startTimeBefore: until }) };
  try {
    let page: CallPage | undefined = await callsOf(account, http).page({
      ...period,
      pageSize,
    });
    while (page) {
      const askedAt = new Date().toISOString();
      for (const call of page.instances.filter((one) => !isOther(one, numbers)))
        yield { externalCallId: call.sid, events: eventsOf(account.name, call, askedAt) };
      http.axios.defaults.signal = deadline(signal);
      page = await page.nextPage();
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw explain(error, http, account);
  }
}
