import { parseArgs, type ParseArgsConfig } from 'node:util';
import { carriers, type Carrier } from '../../src/domain/providers.ts';
import { defaultStandinsUrl } from '../standins/ports.ts';
import { demo } from './demo.ts';
import type { PlayOptions } from './play.ts';
import { findScenario, scenarioNames, scenarios } from './scenarios/index.ts';
import { demoAccounts, languages, type Language } from './stage.ts';

const flags = {
  provider: { type: 'string', short: 'p' },
  language: { type: 'string', short: 'l', default: 'fr' },
  'base-url': { type: 'string', default: 'http://localhost:3000' },
  'public-url': { type: 'string' },
  tenant: { type: 'string', default: demo.tenant.slug },
  shuffle: { type: 'boolean', default: false },
  duplicate: { type: 'boolean', default: false },
  'drop-last': { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  speed: { type: 'string', default: '40' },
  wait: { type: 'string' },
  to: { type: 'string' },
  'standins-url': { type: 'string', default: defaultStandinsUrl },
  email: { type: 'string', default: demo.users[0].email },
  password: { type: 'string', default: demo.password },
  'twilio-account': { type: 'string', default: demo.twilio.accountSid },
  'twilio-token': { type: 'string', default: demo.twilio.authToken },
  'signalwire-project': { type: 'string', default: demo.signalwire.projectId },
  'signalwire-token': { type: 'string', default: demo.signalwire.apiToken },
  'signalwire-key': { type: 'string', default: demo.signalwire.signingKey },
  'vapi-key': { type: 'string', default: demo.vapi.apiKey },
  'vapi-secret': { type: 'string', default: demo.vapi.webhookSecret },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

export const listOfScenarios = (): string =>
  scenarioNames.map((name) => `  ${name.padEnd(13)}${scenarios[name].summary}`).join('\n');

export const usage = `Plays one phone call against a running instance, with real HTTP and real signatures.

  npm run simulate -- <scenario> [options]

Scenarios (also with the carrier in front: twilio-booked, signalwire-inbound)
${listOfScenarios()}

The call
  -p, --provider twilio|signalwire   who carries it (twilio)
  -l, --language fr|en               what is spoken (fr)
      --to NUMBER                    the called number (the tenant's)
      --shuffle                      webhooks in a random order
      --duplicate                    each webhook two or three times
      --drop-last                    without the carrier's last word; the watchdog has to find out
      --seed N                       another random order (1)
      --speed X                      so many times faster than life (40); 1 is life, Infinity has no pause

The instance
      --base-url URL                 where it listens (http://localhost:3000)
      --public-url URL               PUBLIC_URL of the instance, which is signed (the base URL)
      --tenant SLUG                  (demo-hvac)
      --email, --password            to look at the dashboard afterwards (the demo owner's)
      --wait SECONDS                 for the call to be closed (30; with --drop-last 180)
      --standins-url URL             stand-ins of \`npm start\`, which play the carriers' REST APIs (${defaultStandinsUrl})

The tenant's secrets (the demo tenant's)
      --twilio-account, --twilio-token
      --signalwire-project, --signalwire-token, --signalwire-key
      --vapi-key, --vapi-secret

      --list                         names of the scenarios
  -h, --help                         this

Ends with 1 when a webhook is not taken or the call does not end as it should, with 2 when the command is wrong.`;

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((one) => one === value);
  if (!found) throw new Error(`--${name} is ${allowed.join(' or ')}, not "${value}"`);
  return found;
};

const numberOf = (name: string, value: string, least: number): number => {
  const number = Number(value);
  if (Number.isNaN(number) || number < least) throw new Error(`--${name} is a number from ${least}, not "${value}"`);
  return number;
};

const url = (name: string, value: string): string => {
  if (!/^https?:$/.test(URL.parse(value)?.protocol ?? ''))
    throw new Error(`--${name} is an http address, not "${value}"`);
  return value.replace(/\/+$/, '');
};

export type Command = { show: 'help' | 'list' } | { play: PlayOptions };

/** @throws Error in one sentence that says what is wrong with the command. */
export const readCommand = (args: string[]): Command => {
  const { values, positionals } = parseArgs({ args, options: flags, allowPositionals: true });
  if (values.help) return { show: 'help' };
  if (values.list) return { show: 'list' };
  const [wanted, ...more] = positionals;
  if (!wanted || more.length > 0) throw new Error('Name one scenario; --list shows them.');
  const found = findScenario(wanted);
  if (!found) throw new Error(`The scenario "${wanted}" does not exist; --list shows all.`);
  const provider: Carrier =
    values.provider === undefined ? (found.provider ?? 'twilio') : oneOf('provider', values.provider, carriers);
  if (found.provider && found.provider !== provider) throw new Error(`"${wanted}" is not carried by ${provider}.`);
  const language: Language = oneOf('language', values.language, languages);
  const baseUrl = url('base-url', values['base-url']);
  return {
    play: {
      scenario: found.name,
      provider,
      language,
      baseUrl,
      publicUrl: values['public-url'] === undefined ? baseUrl : url('public-url', values['public-url']),
      tenant: values.tenant,
      shuffle: values.shuffle,
      duplicate: values.duplicate,
      dropLast: values['drop-last'],
      seed: numberOf('seed', values.seed, 0),
      speed: numberOf('speed', values.speed, 0.1),
      standinsUrl: url('standins-url', values['standins-url']),
      account: { email: values.email, password: values.password },
      ...(values.wait !== undefined && { waitSeconds: numberOf('wait', values.wait, 0) }),
      accounts: {
        twilio: {
          accountSid: values['twilio-account'],
          authToken: values['twilio-token'],
          number: values.to ?? demoAccounts.twilio.number,
        },
        signalwire: {
          projectId: values['signalwire-project'],
          apiToken: values['signalwire-token'],
          signingKey: values['signalwire-key'],
          number: values.to ?? demoAccounts.signalwire.number,
        },
        vapi: { ...demoAccounts.vapi, apiKey: values['vapi-key'], webhookSecret: values['vapi-secret'] },
      },
    },
  };
};
