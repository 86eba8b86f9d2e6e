import { expect, test } from 'vitest';
import { driftOf } from './drift.ts';

const ours = {
  name: 'Accueil',
  voice: { provider: 'azure', voiceId: 'fr-CA-SylvieNeural' },
  model: { toolIds: ['a', 'b'], messages: [{ role: 'system', content: 'x' }] },
  server: { headers: { 'X-Secret': 'of ours' } },
};

test('what the vendor adds is no drift, nor is another order of a list', () => {
  const theirs = {
    ...ours,
    id: '1',
    voice: { ...ours.voice, speed: 1 },
    model: { toolIds: ['b', 'a'], messages: [{ role: 'system', content: 'x', at: 1 }] },
  };
  expect(driftOf(ours, theirs, [])).toEqual([]);
});

test('what differs, or is missing, is named with both values, and a secret without', () => {
  const theirs = {
    voice: { provider: 'azure', voiceId: 'andrew' },
    model: { toolIds: ['a'], messages: [{ role: 'system', content: 'y' }] },
    server: { headers: { 'X-Secret': 'of theirs' } },
  };
  expect(driftOf(ours, theirs, ['x-secret'])).toEqual([
    { field: 'name', ours: 'Accueil', theirs: null },
    { field: 'voice.voiceId', ours: 'fr-CA-SylvieNeural', theirs: 'andrew' },
    { field: 'model.toolIds', ours: ['a', 'b'], theirs: ['a'] },
    { field: 'model.messages', ours: ours.model.messages, theirs: theirs.model.messages },
    { field: 'server.headers.X-Secret', ours: '****', theirs: '****' },
  ]);
});
