import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callStatuses, type CallObservation } from './observation.ts';
import { factsOf, joinFacts } from './facts.ts';
import { CallSession } from './session.ts';

const iso = fc
  .integer({ min: 0, max: 600 })
  .map((seconds) => new Date(Date.UTC(2026, 10, 20, 15) + seconds * 1000).toISOString());
const base = { source: fc.constantFrom('twilio' as const, 'vapi' as const), at: iso };

const anyEvent: fc.Arbitrary<CallObservation> = fc.oneof(
  fc.record({
    ...base,
    type: fc.constant('status' as const),
    status: fc.constantFrom(...callStatuses),
    durationSeconds: fc.integer({ min: 0, max: 300 }),
    from: fc.constantFrom('+15145550142', 'anonymous'),
  }),
  fc.record({
    ...base,
    type: fc.constant('leg' as const),
    legId: fc.constantFrom('CA1', 'CA2'),
    role: fc.constantFrom('assistant' as const, 'person' as const),
    status: fc.constantFrom('ringing' as const, 'answered' as const, 'unanswered' as const),
  }),
  fc.record({
    ...base,
    type: fc.constant('recording' as const),
    recordingId: fc.constantFrom('RE1', 'RE2'),
    voicemail: fc.boolean(),
    url: fc.webUrl(),
  }),
  fc.record({ ...base, type: fc.constant('transcript' as const), text: fc.string() }),
  fc.record({ ...base, type: fc.constant('cost' as const), microUsd: fc.nat() }),
  fc.record({
    ...base,
    type: fc.constant('report' as const),
    report: fc.record({
      endedReason: fc.string(),
      endedClass: fc.constantFrom('completed' as const, 'voicemail' as const, 'failed' as const),
      summary: fc.string(),
      booked: fc.boolean(),
    }),
  }),
);

const settle = (events: CallObservation[]) => {
  const session = new CallSession('CA0');
  session.merge(events);
  return session.snapshot();
};

describe('the merge of events', () => {
  const facts = fc.array(anyEvent, { maxLength: 6 }).map((events) => events.map(factsOf).reduce(joinFacts, {}));

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        expect(joinFacts(a, b)).toEqual(joinFacts(b, a));
        expect(joinFacts(joinFacts(a, b), c)).toEqual(joinFacts(a, joinFacts(b, c)));
        expect(joinFacts(a, a)).toEqual(a);
      }),
    );
  });

  test('gives one final state for every order and repetition', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { minLength: 1, maxLength: 10 }),
        fc.infiniteStream(fc.nat()),
        (events, random) => {
          const repeated = [...events, ...events.slice(0, 3)].map((event) => ({ event, key: random.next().value }));
          const shuffled = repeated.toSorted((a, b) => a.key - b.key).map(({ event }) => event);
          expect(settle(shuffled)).toEqual(settle(events));
        },
      ),
    );
  });

  test('survives the trip through JSON', () => {
    fc.assert(
      fc.property(facts, (a) => {
        expect(JSON.parse(JSON.stringify(a))).toEqual(a);
      }),
    );
  });
});

const at = '2026-11-20T15:00:00.000Z';
const later = '2026-11-20T15:01:05.000Z';
const status = (value: CallObservation & { type: 'status' }): CallObservation => value;
const answered = status({ type: 'status', source: 'twilio', at, status: 'in-progress', direction: 'INBOUND' });
const completed = status({ type: 'status', source: 'twilio', at: later, status: 'completed', durationSeconds: 65 });

describe('a call', () => {
  test('is not reopened by a late ringing', () => {
    expect(settle([completed, status({ type: 'status', source: 'twilio', at, status: 'ringing' })]).status).toBe(
      'completed',
    );
  });

  test('goes on while the carrier holds the line, even when the assistant has left', () => {
    const left = status({ type: 'status', source: 'vapi', at: later, status: 'completed' });
    expect(settle([answered, left]).status).toBe('in-progress');
    expect(settle([answered, left, completed]).status).toBe('completed');
  });

  test('bills started minutes by the carrier’s duration', () => {
    const vapi = status({ type: 'status', source: 'vapi', at: later, status: 'completed', durationSeconds: 58 });
    expect(settle([answered, completed, vapi])).toMatchObject({ durationSeconds: 65, billedMinutes: 2 });
  });

  test('adds the costs of carrier and assistant, to a fraction of a cent', () => {
    const costs: CallObservation[] = [
      { type: 'cost', source: 'twilio', at: later, microUsd: 8_500 },
      { type: 'cost', source: 'vapi', at: later, microUsd: 40 },
    ];
    expect(settle([completed, ...costs]).providerCostCents).toBe(0.854);
  });

  test('that no provider knows ends as failed, and as completed once one does', () => {
    const session = new CallSession('CA0');
    session.merge([answered]);
    session.giveUp(later);
    expect(session.snapshot()).toMatchObject({ status: 'failed', outcome: 'FAILED' });
    session.merge([completed]);
    expect(session.snapshot()).toMatchObject({ status: 'completed', outcome: 'COMPLETED' });
  });

  test.each([
    ['no-answer', 'MISSED'],
    ['busy', 'MISSED'],
    ['canceled', 'MISSED'],
    ['failed', 'FAILED'],
  ] as const)('that came in and ended with %s is %s', (ending, outcome) => {
    expect(
      settle([status({ type: 'status', source: 'twilio', at, status: ending, direction: 'INBOUND' })]).outcome,
    ).toBe(outcome);
  });

  test('in which a person answered was transferred, one with a message was voicemail', () => {
    const leg: CallObservation = {
      type: 'leg',
      source: 'twilio',
      at,
      legId: 'CA2',
      role: 'person',
      status: 'answered',
    };
    const message: CallObservation = { type: 'recording', source: 'twilio', at, recordingId: 'RE1', voicemail: true };
    expect(settle([answered, leg, message, completed]).outcome).toBe('TRANSFERRED');
    expect(settle([answered, message, completed]).outcome).toBe('VOICEMAIL');
  });
});
