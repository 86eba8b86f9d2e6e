import type { UntakenReason } from '../../domain/calls/observation.ts';
import { secondsOf } from '../shared/moments.ts';
import { textOf, type Fields } from '../shared/body.ts';

/** How long a person who was called is asked for a key, with the question itself and the carrier's pauses. */
const longestScreeningSeconds = 30;

const pickedUp = (status: string | undefined): boolean => status === 'completed' || status === 'answered';

/**
 * Whether the caller talked with whom we dialled. A carrier calls the leg of a person completed, too, who picked up and
 * pressed no key: Twilio says whether the two were bridged; of others only a leg that took longer than the question counts.
 * @param screened the person was asked for a key first
 */
export const hasTalked = (fields: Fields, screened: boolean): boolean => {
  const status = textOf(fields['DialCallStatus']);
  const bridged = textOf(fields['DialBridged']);
  if (!pickedUp(status) || bridged === 'false') return false;
  // What ends a conference says no more than this.
  if (!screened || bridged === 'true' || status === 'answered') return true;
  return (secondsOf(textOf(fields['DialCallDuration'])) ?? 0) > longestScreeningSeconds;
};

const reasons = new Map<string | undefined, UntakenReason>([
  ['busy', 'busy'],
  ['no-answer', 'no_answer'],
  ['canceled', 'no_answer'],
]);

/** Why a dialled leg was not taken, by what the carrier says of it. */
export const untakenReason = (fields: Fields, screened: boolean): UntakenReason => {
  const status = textOf(fields['DialCallStatus']);
  if (pickedUp(status) && screened) return 'machine';
  return reasons.get(status) ?? 'carrier';
};
