import type { SearchAttributePair } from '@temporalio/common';
import type { CallSnapshot } from '../domain/calls/session.ts';
import { searchAttributes } from './searchAttributes.ts';

export const searchAttributesOf = (call: CallSnapshot): SearchAttributePair[] => [
  { key: searchAttributes.provider, value: call.provider },
  { key: searchAttributes.direction, value: call.direction },
  { key: searchAttributes.status, value: call.status },
  { key: searchAttributes.aiHandled, value: call.aiHandled },
  ...(call.outcome ? [{ key: searchAttributes.outcome, value: call.outcome }] : []),
];

/** What an operator reads at 3 a.m. No phone number, name or transcript. */
export const describeForOperators = (call: CallSnapshot): string =>
  [
    `${call.direction.toLowerCase()} call over ${call.provider.toLowerCase()}: **${call.status}**`,
    call.outcome && `outcome ${call.outcome}`,
    call.aiHandled && 'the assistant spoke',
    call.durationSeconds !== null && `${call.durationSeconds} s`,
    call.providerCostCents !== null && `${call.providerCostCents} ¢`,
    call.recordings.length > 0 && `${call.recordings.length} recording(s)`,
    call.endedReason && `ended: ${call.endedReason}`,
  ]
    .filter(Boolean)
    .join(' · ');
