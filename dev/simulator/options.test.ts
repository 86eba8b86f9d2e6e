import { expect, test } from 'vitest';
import { readCommand, usage } from './options.ts';

const play = (...args: string[]) => {
  const command = readCommand(args);
  return 'play' in command ? command.play : undefined;
};

test('the defaults are a Twilio call in French to the local demo tenant', () => {
  expect(play('booked')).toMatchObject({
    scenario: 'booked',
    provider: 'twilio',
    language: 'fr',
    tenant: 'demo-hvac',
    baseUrl: 'http://localhost:3000',
    publicUrl: 'http://localhost:3000',
    shuffle: false,
    duplicate: false,
    dropLast: false,
  });
});

test('everything can be chosen', () => {
  expect(
    play(
      'signalwire-inbound',
      '-l',
      'en',
      '--base-url',
      'http://127.0.0.1:4000/',
      '--public-url',
      'https://api.example.com',
      '--shuffle',
      '--duplicate',
      '--drop-last',
      '--seed',
      '9',
      '--speed',
      'Infinity',
      '--signalwire-key',
      'k',
      '--to',
      '+14505550100',
    ),
  ).toMatchObject({
    scenario: 'booked',
    provider: 'signalwire',
    language: 'en',
    baseUrl: 'http://127.0.0.1:4000',
    publicUrl: 'https://api.example.com',
    shuffle: true,
    duplicate: true,
    dropLast: true,
    seed: 9,
    speed: Infinity,
    accounts: { signalwire: { signingKey: 'k', number: '+14505550100' } },
  });
});

test.each([
  [[], 'Name one scenario'],
  [['nothing'], 'The scenario "nothing" does not exist'],
  [['booked', '--provider', 'vonage'], '--provider is twilio or signalwire'],
  [['twilio-booked', '--provider', 'signalwire'], 'is not carried by signalwire'],
  [['booked', '--speed', 'fast'], '--speed is a number'],
  [['booked', '--base-url', 'localhost'], '--base-url is an http address'],
  [['booked', '--loud'], "Unknown option '--loud'"],
])('%j is refused', (args, problem) => {
  expect(() => readCommand(args)).toThrow(problem);
});

test('the help names every option', () => {
  expect(readCommand(['--help'])).toEqual({ show: 'help' });
  expect(readCommand(['--list'])).toEqual({ show: 'list' });
  for (const name of ['--provider', '--shuffle', '--drop-last', '--vapi-secret', '--twilio-account', '--standins-url'])
    expect(usage).toContain(name);
});
