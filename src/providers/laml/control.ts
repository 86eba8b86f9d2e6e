import type { CommandOutcome } from '../../domain/calls/command.ts';
import { deadline, type VendorError } from '../shared/vendorHttp.ts';
import { callsOf, createHttp, explain, type LamlAccount } from './rest.ts';

/** The call is not in progress: what was asked of it comes too late. */
const notInProgress = '21220';

const isOver = ({ status, code }: VendorError): boolean => status === 404 || code === notInProgress;

/** Both carriers take a status or a URL; SignalWire takes nothing else. */
type Change = { status: 'completed' } | { url: string; method: 'POST' };

const change = async (
  account: LamlAccount,
  callSid: string,
  wanted: Change,
  signal: AbortSignal | undefined,
): Promise<CommandOutcome> => {
  const http = createHttp(deadline(signal));
  try {
    await callsOf(account, http)(encodeURIComponent(callSid)).update(wanted);
    return 'taken';
  } catch (error) {
    signal?.throwIfAborted();
    const explained = explain(error, http, account);
    if (isOver(explained)) return 'over';
    throw explained;
  }
};

/** Ends a call, whatever it is doing. @throws VendorError; the signal's reason when it was aborted. */
export const endLamlCall = (account: LamlAccount, callSid: string, signal?: AbortSignal): Promise<CommandOutcome> =>
  change(account, callSid, { status: 'completed' }, signal);

/** Has the carrier go on with what it finds at the URL, on the caller's leg. @throws as above. */
export const redirectLamlCall = (
  account: LamlAccount,
  callSid: string,
  url: string,
  signal?: AbortSignal,
): Promise<CommandOutcome> => change(account, callSid, { url, method: 'POST' }, signal);
