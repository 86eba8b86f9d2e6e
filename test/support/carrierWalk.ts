import { randomUUID } from 'node:crypto';
import { signed } from '../../dev/simulator/carrier.ts';
import { demoAccounts } from '../../dev/simulator/stage.ts';
import { parseTwiml, readTwiml, type TwimlElement } from '../../dev/simulator/twiml.ts';
import type { Carrier } from '../../src/domain/providers.ts';
import { post } from './send.ts';
import { payload } from './webhooks.ts';

/** How a call that the carrier dials ends. Machine: picked up, and no key is pressed. */
export type DialEnd = 'talked' | 'busy' | 'no-answer' | 'failed' | 'machine';

/** What people at both ends do. */
export interface Behaviour {
  dial(address: string): DialEnd | Promise<DialEnd>;
  /** A key, words, or nothing, when asked for the n-th time. */
  say(turn: number): { key: string } | { speech: string } | undefined;
  /** The caller speaks after the beep. */
  leavesMessage: boolean;
}

interface Walk {
  carrier: Carrier;
  /** Where the instance listens. */
  baseUrl: string;
  /** As the carrier was given it; it signs this. */
  webhookUrl: string;
  callSid: string;
  to: string;
  behaviour: Behaviour;
}

interface Walked {
  /** What was heard, dialled, asked and recorded, in order. */
  events: string[];
  problems: string[];
  /** How long the slowest answer took, in milliseconds. */
  slowestMs: number;
}

type Fields = Record<string, string>;

/** The fields of a published webhook, about another call. */
const template = (name: string): Fields =>
  Object.fromEntries(new URLSearchParams(payload(`twilio/voice/${name}.form`).toString('utf8')));

const maxAnswers = 60;

/** Follows TwiML from the first ring to the end of the call, as a carrier does: over HTTP, every request signed. */
export const walkCall = async ({ carrier, baseUrl, webhookUrl, callSid, to, behaviour }: Walk): Promise<Walked> => {
  const accountSid = carrier === 'twilio' ? demoAccounts.twilio.accountSid : demoAccounts.signalwire.projectId;
  const events: string[] = [];
  const problems: string[] = [];
  let [answers, turns, slowestMs] = [0, 0, 0];

  const ask = async (url: string, fields: Fields): Promise<TwimlElement[]> => {
    if ((answers += 1) > maxAnswers) throw new Error('the call goes round');
    const body = new URLSearchParams(fields).toString();
    const started = performance.now();
    const answer = await post(url.replace(new URL(webhookUrl).origin, baseUrl), body, {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      ...signed({ carrier, accounts: demoAccounts }, url, body),
    });
    slowestMs = Math.max(slowestMs, performance.now() - started);
    if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}: ${answer.text}`);
    problems.push(...readTwiml(answer.text, url, []).problems);
    return parseTwiml(answer.text).children;
  };

  const own: Fields = {
    AccountSid: accountSid,
    CallSid: callSid,
    From: '+15145550173',
    Caller: '+15145550173',
    To: to,
    Called: to,
  };

  /** @returns whether the person pressed the key that lets the caller through. */
  const screen = async (url: string, childSid: string, isPerson: boolean): Promise<boolean> => {
    const child = { AccountSid: accountSid, CallSid: childSid, ParentCallSid: callSid };
    const [gather, ...rest] = await ask(url, { ...template('whisper-request'), ...child });
    const foreign = [gather, ...rest].filter((verb) => !['Say', 'Play', 'Gather', 'Hangup'].includes(verb?.name ?? ''));
    if (foreign.length > 0) problems.push('a callee hears what may not be said before the bridge');
    if (!isPerson || gather?.name !== 'Gather') return gather === undefined;
    const accepted = await ask(gather.attributes['action'] ?? '', { ...template('whisper-accept'), ...child });
    return accepted.length === 0;
  };

  const dial = async (verb: TwimlElement): Promise<TwimlElement[]> => {
    const [noun] = verb.children;
    const address = noun?.text.replace(/\?.*$/, '') ?? '';
    const end = await behaviour.dial(address);
    events.push(`dial ${address}: ${end}`);
    const childSid = carrier === 'twilio' ? `CA${randomUUID().replaceAll('-', '')}` : randomUUID();
    const pickedUp = end === 'talked' || end === 'machine';
    const url = noun?.attributes['url'];
    const talked = url && pickedUp ? await screen(url, childSid, end === 'talked') : end === 'talked';
    const { DialBridged, ...fields }: Fields = template(talked ? 'dial-action-bridged' : 'dial-action-screened-out');
    const { DialCallDuration, ...unanswered }: Fields = { ...fields, ...own, DialCallSid: childSid };
    if (talked) events.push('talk');
    return ask(verb.attributes['action'] ?? '', {
      ...unanswered,
      ...(pickedUp
        ? { DialCallStatus: 'completed', DialCallDuration: DialCallDuration ?? '' }
        : { DialCallStatus: end }),
      ...(carrier === 'twilio' && { DialBridged: pickedUp ? (DialBridged ?? '') : 'false' }),
    });
  };

  const gather = async (verb: TwimlElement): Promise<TwimlElement[] | undefined> => {
    const said = behaviour.say(turns++);
    events.push(`asked: ${said ? Object.values(said)[0] : 'nothing'}`);
    const action = verb.attributes['action'] ?? '';
    if (said && 'key' in said) return ask(action, { ...template('gather-menu-digits'), ...own, Digits: said.key });
    if (said) return ask(action, { ...template('gather-menu-speech-fr'), ...own, SpeechResult: said.speech });
    // Every second time as a carrier that goes on in the document instead.
    if (turns % 2 === 0) return undefined;
    return ask(action, { ...template('gather-menu-empty'), ...own });
  };

  const follow = async (verbs: readonly TwimlElement[]): Promise<void> => {
    for (const verb of verbs) {
      switch (verb.name) {
        case 'Say':
          events.push(`say ${verb.attributes['language']}: ${verb.text}`);
          break;
        case 'Gather': {
          for (const prompt of verb.children) events.push(`say ${prompt.attributes['language']}: ${prompt.text}`);
          const next = await gather(verb);
          if (next) return follow(next);
          break;
        }
        case 'Redirect':
          return follow(await ask(verb.text, { ...template('gather-menu-empty'), ...own }));
        case 'Dial':
          return follow(await dial(verb));
        case 'Record':
          events.push('beep');
          if (behaviour.leavesMessage) {
            const recording = {
              RecordingUrl: 'https://api.example.com/Recordings/RE1',
              RecordingDuration: '7',
              Digits: '#',
            };
            return follow(
              await ask(verb.attributes['action'] ?? '', { ...template('gather-menu-empty'), ...own, ...recording }),
            );
          }
          break;
        case 'Hangup':
          events.push('hang up');
          return;
        default:
          problems.push(`<${verb.name}> is not followed`);
      }
    }
    problems.push('the document ends, and the line is cut without a word');
  };

  const ringing = { ...template('gather-menu-empty'), ...own, CallStatus: 'ringing' };
  await follow(await ask(webhookUrl, ringing));
  return { events, problems, slowestMs };
};
