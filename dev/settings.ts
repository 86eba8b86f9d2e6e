import { join } from 'node:path';
import { StartFailure } from './failure.ts';
import type { NeededPort } from './ports.ts';
import type { Secrets } from './secrets.ts';

export type Environment = Record<string, string | undefined>;

/** The stand-ins take STANDINS_PORT and the ports after it. */
const standinNames = ['n8n', 'twilio', 'signalwire', 'vapi', 'smtp', 'mailbox'] as const;

const defaultPorts = {
  PORT: 3000,
  POSTGRES_PORT: 54_329,
  TEMPORAL_PORT: 7233,
  TEMPORAL_UI_PORT: 8233,
  STANDINS_PORT: 4010,
};

const readPort = (env: Environment, name: keyof typeof defaultPorts): number => {
  const port = Number(env[name] || defaultPorts[name]);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartFailure(`${name}=${env[name]} is not a port number.`);
  }
  return port;
};

export interface Ports {
  api: number;
  postgres: number;
  temporal: number;
  temporalUi: number;
  standins: Record<(typeof standinNames)[number], number>;
}

export const readPorts = (env: Environment): Ports => {
  const first = readPort(env, 'STANDINS_PORT');
  return {
    api: readPort(env, 'PORT'),
    postgres: readPort(env, 'POSTGRES_PORT'),
    temporal: readPort(env, 'TEMPORAL_PORT'),
    temporalUi: readPort(env, 'TEMPORAL_UI_PORT'),
    standins: {
      n8n: first,
      twilio: first + 1,
      signalwire: first + 2,
      vapi: first + 3,
      smtp: first + 4,
      mailbox: first + 5,
    },
  };
};

/** Only what we start ourselves needs its port. */
export const neededPorts = (ports: Ports, env: Environment): NeededPort[] => [
  { port: ports.api, use: 'the API', variable: 'PORT' },
  ...(env.DATABASE_URL ? [] : [{ port: ports.postgres, use: 'PostgreSQL', variable: 'POSTGRES_PORT' }]),
  ...(env.TEMPORAL_ADDRESS
    ? []
    : [
        { port: ports.temporal, use: 'Temporal', variable: 'TEMPORAL_PORT' },
        { port: ports.temporalUi, use: "Temporal's UI", variable: 'TEMPORAL_UI_PORT' },
      ]),
  ...standinNames.map((name) => ({
    port: ports.standins[name],
    use: `the stand-in of ${name}`,
    variable: 'STANDINS_PORT',
  })),
];

export interface Addresses {
  databaseUrl: string;
  databaseOwnerUrl: string;
  temporalAddress: string;
}

/** The environment of the API and the worker. What the user has set, wins. */
export const environmentFor = (
  env: Environment,
  home: string,
  ports: Ports,
  secrets: Secrets,
  at: Addresses,
): Environment => {
  const local = (port: number) => `http://127.0.0.1:${port}`;
  return {
    DATABASE_URL: at.databaseUrl,
    DATABASE_OWNER_URL: at.databaseOwnerUrl,
    TEMPORAL_ADDRESS: at.temporalAddress,
    HOST: '127.0.0.1',
    PORT: String(ports.api),
    PUBLIC_URL: `http://localhost:${ports.api}`,
    ...secrets,
    TWILIO_API_URL: local(ports.standins.twilio),
    SIGNALWIRE_API_URL: local(ports.standins.signalwire),
    VAPI_API_URL: local(ports.standins.vapi),
    SMTP_URL: `smtp://127.0.0.1:${ports.standins.smtp}`,
    MAIL_FROM: 'Réception <no-reply@localhost>',
    // The stand-in for n8n, and the developer's own.
    DELIVERY_ALLOWED_HOSTS: 'localhost,127.0.0.1,[::1]',
    // Minutes in production: too long to wait at a terminal for a call to close.
    CALL_GRACE_SECONDS: '3',
    CALL_WATCHDOG_SECONDS: '15',
    CALL_PRICE_AFTER_SECONDS: '2,10,60',
    WORKFLOW_BUNDLE_DIR: join(home, 'workflow-bundles'),
    ...env,
  };
};
