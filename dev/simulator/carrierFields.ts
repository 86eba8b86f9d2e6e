import type { Stage } from './stage.ts';

export type Fields = Record<string, string>;
export type EndedStatus = 'completed' | 'busy' | 'no-answer' | 'failed';

export const rfc2822 = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

/** Minutes, rounded up: Twilio's `Duration`. */
const minutes = (seconds: number): string => String(Math.ceil(seconds / 60));

const place = { City: 'MONTREAL', State: 'QC', Zip: '', Country: 'CA' };
const placeOf = (who: string): Fields =>
  Object.fromEntries(Object.entries(place).map(([name, value]) => [who + name, value]));

/** SignalWire measures the voice and reports it at the end. */
const signalwireQuality: Fields = {
  AudioInMos: '4.50',
  AudioInJitterMinVariance: '0.09',
  AudioInSkipPacketCount: '0',
  AudioInMediaPacketCount: '4402',
  AudioOutMediaPacketCount: '4397',
  SipResultCode: '200',
};

/** The form fields that a carrier's webhooks share, in its own words. */
export const fieldsOf = (stage: Stage) => {
  const twilio = stage.carrier === 'twilio';

  const call = (status: string): Fields => ({
    AccountSid: stage.accountSid,
    ApiVersion: '2010-04-01',
    CallSid: stage.callSid,
    CallStatus: status,
    Direction: 'inbound',
    From: stage.from,
    To: stage.to,
    ...(twilio && {
      Caller: stage.from,
      Called: stage.to,
      ...placeOf('From'),
      ...placeOf('To'),
      ...placeOf('Caller'),
      ...placeOf('Called'),
    }),
  });

  const leg = (name: string, to: string, status: string): Fields => ({
    ...call(status),
    CallSid: stage.legSid(name),
    ParentCallSid: stage.callSid,
    Direction: 'outbound-dial',
    To: to,
    ...(twilio && { Called: to }),
  });

  const progress = (at: number, sequence?: number): Fields => ({
    CallbackSource: 'call-progress-events',
    Timestamp: rfc2822(stage.at(at)),
    ...(sequence !== undefined && { SequenceNumber: String(sequence) }),
  });

  const ended = (seconds: number): Fields => ({
    CallDuration: String(seconds),
    ...(twilio ? { Duration: minutes(seconds) } : { ...signalwireQuality, HangupBy: 'caller' }),
  });

  return { call, leg, progress, ended };
};
