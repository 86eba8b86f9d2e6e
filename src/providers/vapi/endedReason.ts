import type { CallStatus, EndedClass } from '../../domain/calls/observation.ts';

/** Vapi's some 600 reasons, an open set: whatever no rule names is a failure. Checked against the published list. */
const rules: readonly (readonly [EndedClass, RegExp])[] = [
  ['transferred', /^assistant-forwarded-call$|-forwarding-phone-number$|\.hook-executed-transfer$/],
  ['voicemail', /^voicemail$/],
  ['abandoned', /^customer-ended-call-.*transfer|caller-hungup-before-call-connect$/],
  ['busy', /^customer-busy$|operator-busy$/],
  [
    'no-answer',
    /^customer-did-not-answer$|\.no-answer$|outbound-sip-4(?:08-request-timeout|80-temporarily-unavailable)$/,
  ],
  ['canceled', /^(?:manually-canceled|(?:scheduled-)?call-deleted)$/i],
  [
    'completed',
    /^(?:customer-ended-call|exceeded-max-duration|silence-timed-out)$|^assistant-(?:ended-call|said-end-call-phrase)|completed(?:-call)?$|\.hook-executed-say$/,
  ],
];

/** An end without a reason does not count as a failure. */
export const endedClass = (reason: string | undefined): EndedClass =>
  reason === undefined ? 'completed' : (rules.find(([, pattern]) => pattern.test(reason))?.[0] ?? 'failed');

/** How the line looked when it went dead. */
export const endedStatus = (reason: string | undefined): CallStatus => {
  // The assistant had talked with the caller before it looked for a person.
  if (reason?.startsWith('call.forwarding.')) return 'completed';
  const ended = endedClass(reason);
  switch (ended) {
    case 'busy':
    case 'no-answer':
    case 'canceled':
    case 'failed':
      return ended;
    case 'completed':
    case 'transferred':
    case 'voicemail':
    case 'abandoned':
      return 'completed';
  }
};
