import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, joinFacts, type CallFacts } from './facts.ts';
import { impersonal } from './impersonal.ts';
import { untakenReasons, type CallObservation } from './observation.ts';

type LegEvent = Extract<CallObservation, { type: 'leg' }>;

/** Reports about two legs that may contradict each other in everything. */
const report: fc.Arbitrary<LegEvent> = fc
  .record(
    {
      type: fc.constant('leg' as const),
      source: fc.constantFrom('twilio' as const, 'signalwire' as const),
      at: fc.constantFrom('2026-11-20T15:00:00.000Z', '2026-11-20T15:00:09.000Z'),
      legId: fc.constantFrom('CA1', 'CA2'),
      role: fc.constantFrom('assistant' as const, 'person' as const),
      status: fc.constantFrom('ringing' as const, 'answered' as const, 'unanswered' as const),
      reason: fc.constantFrom(...untakenReasons),
      step: fc.constantFrom('office', 'on-call'),
      rung: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ['type', 'source', 'at', 'legId', 'role', 'status'] },
  )
  .map((event) => event as LegEvent);
const facts = fc.array(report, { maxLength: 5 }).map((events) => events.map(factsOf).reduce(joinFacts, {}));

test('what is known of legs is the same in any order, grouping and repetition', () => {
  fc.assert(
    fc.property(facts, facts, facts, (a, b, c) => {
      expect(joinFacts(a, b)).toEqual(joinFacts(b, a));
      expect(joinFacts(joinFacts(a, b), c)).toEqual(joinFacts(a, joinFacts(b, c)));
      expect(joinFacts(joinFacts(a, b), b)).toEqual(joinFacts(a, b));
    }),
    { numRuns: 1_000 },
  );
});

const leg = (more: Partial<LegEvent>): LegEvent => ({
  type: 'leg',
  source: 'twilio',
  at: '2026-11-20T15:00:00.000Z',
  legId: 'CA1',
  role: 'person',
  status: 'unanswered',
  ...more,
});
const legAfter = (...events: LegEvent[]) => events.map(factsOf).reduce<CallFacts>(joinFacts, {}).legs?.['CA1'];

test('a leg that was taken after all has no reason for not having been taken', () => {
  expect(legAfter(leg({ reason: 'machine' }), leg({ status: 'answered' }))).toEqual({
    role: 'person',
    status: 'answered',
  });
});

test('a person who declined is not taken for a machine', () => {
  expect(legAfter(leg({ reason: 'declined' }), leg({ reason: 'machine', rung: 1 }))).toEqual({
    role: 'person',
    status: 'unanswered',
    reason: 'declined',
    rung: 1,
  });
});

test('a workflow learns the reason, and no name', () => {
  expect(impersonal(leg({ reason: 'busy', step: 'josee', rung: 2 }))).toEqual(leg({ reason: 'busy', rung: 2 }));
});
