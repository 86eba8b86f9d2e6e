import type { CallDirection, CallOutcome, CallStatus, OutcomeReason } from './observation.ts';
import type { CallFacts } from './facts.ts';
import { isTerminalStatus } from './observation.ts';

interface EndedCall {
  status: CallStatus;
  direction: CallDirection;
  facts: CallFacts;
  aiHandled: boolean;
  durationSeconds: number;
}

/** What the business got out of a call, and who says so. */
export interface Verdict {
  outcome: CallOutcome;
  reason: OutcomeReason;
}

type Belief = (call: EndedCall) => Verdict | undefined;

const unreachedBy = (direction: CallDirection): CallOutcome => (direction === 'INBOUND' ? 'MISSED' : 'NO_ANSWER');

/** A machine that is none of the call's legs picked up the call itself. */
const reachedMachine = ({ machines, legs }: CallFacts): boolean =>
  Object.keys(machines ?? {}).some((legId) => legs?.[legId] === undefined);

/** The legs that people or the assistant took; a leg that a machine took counts as untaken. */
const takenLegs = ({ legs, machines }: CallFacts) =>
  Object.entries(legs ?? {})
    .filter(([legId, leg]) => leg.status === 'answered' && machines?.[legId] === undefined)
    .map(([, leg]) => leg);

const leftVoicemail = ({ recordings }: CallFacts): boolean =>
  Object.values(recordings ?? {}).some((recording) => recording.value.voicemail);

/** Where the voice went: to a machine, a person, or a recording. */
const whereItWent: Belief = ({ direction, facts }) => {
  const ended = facts.report?.value.endedClass;
  if (direction === 'OUTBOUND' && reachedMachine(facts)) return { outcome: 'VOICEMAIL', reason: 'carrier.machine' };
  if (takenLegs(facts).some(({ role }) => role === 'person'))
    return { outcome: 'TRANSFERRED', reason: 'carrier.transfer' };
  if (leftVoicemail(facts)) return { outcome: 'VOICEMAIL', reason: 'carrier.voicemail' };
  if (ended === 'transferred') return { outcome: 'TRANSFERRED', reason: 'assistant.transfer' };
  return ended === 'voicemail' ? { outcome: 'VOICEMAIL', reason: 'assistant.voicemail' } : undefined;
};

const saidBy = ({ carrierStatus }: CallFacts) =>
  carrierStatus && isTerminalStatus(carrierStatus.value) ? 'carrier' : 'assistant';

/** The call was not answered. */
const notAnswered: Belief = ({ status, direction, facts }) => {
  const who = saidBy(facts);
  if (status === 'busy') return { outcome: unreachedBy(direction), reason: `${who}.busy` };
  if (status === 'no-answer') return { outcome: unreachedBy(direction), reason: `${who}.no_answer` };
  if (status !== 'canceled') return undefined;
  return { outcome: direction === 'INBOUND' ? 'MISSED' : 'CANCELED', reason: `${who}.canceled` };
};

const saidToBeBooked: Belief = ({ facts }) =>
  facts.report?.value.booked ? { outcome: 'BOOKED', reason: 'assistant.booked' } : undefined;

const failed: Belief = ({ status, facts }) =>
  status === 'failed' ? { outcome: 'FAILED', reason: `${saidBy(facts)}.failed` } : undefined;

const howItEnded = ({ direction, facts, aiHandled, durationSeconds }: EndedCall): Verdict => {
  const report = facts.report?.value;
  const who = saidBy(facts);
  switch (report?.endedClass) {
    case 'abandoned':
      return { outcome: 'ABANDONED', reason: 'assistant.abandoned' };
    case 'no-answer':
      return { outcome: unreachedBy(direction), reason: 'assistant.no_answer' };
    case 'busy':
      return { outcome: unreachedBy(direction), reason: 'assistant.busy' };
    case 'canceled':
      return { outcome: 'CANCELED', reason: 'assistant.canceled' };
    case 'failed':
      return aiHandled && report?.transcript
        ? { outcome: 'COMPLETED', reason: `${who}.completed` }
        : { outcome: 'FAILED', reason: 'assistant.failed' };
    case 'completed':
    case 'transferred':
    case 'voicemail':
    case undefined: {
      const tried = Object.values(facts.legs ?? {});
      const untaken = tried.every(({ status }) => status !== 'ringing') && takenLegs(facts).length === 0;
      return !aiHandled && ((tried.length > 0 && untaken) || durationSeconds === 0)
        ? { outcome: unreachedBy(direction), reason: `${who}.unanswered` }
        : { outcome: 'COMPLETED', reason: `${who}.completed` };
    }
  }
};

/**
 * In order of belief: where the voice went outranks what the assistant says of the conversation. What we know of our own
 * doing, such as a booking of ours, outranks both and belongs in front.
 */
const beliefs: readonly Belief[] = [whereItWent, notAnswered, saidToBeBooked, failed];

/** What the business got out of a call that is over. */
export const verdictOf = (call: EndedCall): Verdict => {
  for (const belief of beliefs) {
    const verdict = belief(call);
    if (verdict) return verdict;
  }
  return howItEnded(call);
};
