import { readFileSync } from 'node:fs';
import { SocketAddress } from 'node:net';
import { z } from 'zod';

const seconds = (fallback: number) => z.coerce.number().positive().default(fallback);
const flag = (fallback: boolean) => z.stringbool().default(fallback);
const baseUrl = (fallback: string) =>
  z
    .url()
    .default(fallback)
    .transform((url) => url.replace(/\/+$/, ''));

/** `id:base64,id:base64`: the first key encrypts, all of them decrypt. */
const EncryptionKeys = z.string().transform((text, issue) => {
  const keys = text.split(',').map((part) => {
    const [id = '', key = ''] = part.trim().split(':');
    return { id, key: Buffer.from(key, 'base64') };
  });
  if (keys.every(({ id, key }) => id !== '' && key.length === 32)) return keys;
  issue.addIssue('expected `id:base64` pairs, each key being 32 bytes');
  return z.NEVER;
});

const Mailbox = z
  .string()
  .regex(/^([^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'expected `Name <address>`, or an address');

/** Texts with commas between them. */
const List = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((entry) => entry.trim() || []));

/** Temporal's runtime takes no names. */
const ListenAddress = z.string().refine((text) => (SocketAddress.parse(text)?.port ?? 0) > 0, {
  error: 'expected an IP address and a port, such as `127.0.0.1:9464`',
});

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const Origins = List.refine(
  (origins) => origins.every(isOrigin),
  'expected origins such as `https://app.example.com`, with commas',
);

const Environment = z.object({
  DATABASE_URL: z.url(),
  /** Migrations run as the owner; the app's own role owns nothing. */
  DATABASE_OWNER_URL: z.url().optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).default(16),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_TASK_QUEUE: z.string().default('calls'),
  /** Where the worker keeps each workflow bundle that a running call may still be pinned to. */
  WORKFLOW_BUNDLE_DIR: z.string().default('.data/workflow-bundles'),
  /** Made by `npm run build:workflows`; without it the worker bundles the code when it starts. */
  WORKFLOW_BUNDLE: z.string().optional(),
  /** Off only where nothing outlives the process, as in tests. */
  WORKER_VERSIONING: flag(true),
  /** Where the worker shows its metrics to Prometheus, at `/metrics`; nowhere by default. No key is asked for there. */
  WORKER_METRICS_ADDRESS: ListenAddress.optional(),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address under which providers reach us: they sign this URL. */
  PUBLIC_URL: z.url().optional(),
  /** Proxies of ours in front of us, whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Origins of pages elsewhere that may call the API, with commas; none but our own by default. */
  CORS_ORIGINS: Origins,
  /** Requests of one user or API key. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(600),
  /** Requests of one address without a valid token. */
  RATE_LIMIT_ADDRESS_PER_MINUTE: z.coerce.number().int().positive().default(600),
  ENCRYPTION_KEYS: EncryptionKeys,
  /** PKCS #8 PEM, or `file:` and a path to it. */
  JWT_PRIVATE_KEY: z.string().min(1),
  /** SPKI PEMs, one after the other, or `file:` and a path: keys that overlap with ours. */
  JWT_OTHER_PUBLIC_KEYS: z.string().default(''),
  /** Creates tenants; without it the API cannot. */
  OPERATOR_KEY: z.string().trim().min(32).optional(),
  /** Without it no mail leaves, and users cannot reset their passwords. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: Mailbox.optional(),
  TWILIO_API_URL: baseUrl('https://api.twilio.com'),
  /** `{space}` is replaced by the tenant's space. */
  SIGNALWIRE_API_URL: baseUrl('https://{space}'),
  VAPI_API_URL: baseUrl('https://api.vapi.ai'),
  /** Where calls may take commands besides Vapi's own hosts: `host:port` of stand-ins, with commas. */
  VAPI_CONTROL_HOSTS: List,
  /** Where deliveries may go besides the public internet: hosts and networks, with commas. */
  DELIVERY_ALLOWED_HOSTS: List,
  /** Deliveries to the public internet go by https only. */
  DELIVERY_REQUIRE_HTTPS: flag(true),
  /** After the call ended, how long to wait for the report. */
  CALL_GRACE_SECONDS: seconds(60),
  /** Silence after which a live call's provider is asked. */
  CALL_WATCHDOG_SECONDS: seconds(600),
  /** When after a call's end the carrier is asked for its price, with commas. */
  CALL_PRICE_AFTER_SECONDS: z
    .string()
    .default('60,300,1500')
    .transform((text) => text.split(',').map(Number))
    .refine((all) => all.every((one) => one > 0), 'expected seconds, with commas'),
  /** Calls that last longer are ended: a sentence, then the line. */
  CALL_LONGEST_SECONDS: z.coerce.number().int().positive().max(14_000).default(1_800),
  /** Silence after which a live call is closed although its provider cannot be asked. No carrier lets a call last longer. */
  CALL_LONGEST_SILENCE_SECONDS: seconds(86_400),
  /** How often leftovers of dead processes are relayed. With the claim on them: within 30 s. */
  SWEEP_INTERVAL_SECONDS: seconds(10),
  /** How long PostgreSQL may go without a commit before a webhook goes to Temporal instead: a caller waits for its answer. */
  COMMIT_PATIENCE_MS: z.coerce.number().int().positive().default(400),
  /** How long a tool call may take before the assistant, which waits up to 20 s, is told that nothing was done. */
  TOOL_PATIENCE_SECONDS: seconds(8).refine((value) => value <= 18, 'expected 18 at most'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const readPem = (value: string): string =>
  value.startsWith('file:') ? readFileSync(value.slice('file:'.length), 'utf8') : value.replaceAll('\\n', '\n');

const splitPems = (text: string): string[] => text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];

type Env = Record<string, string | undefined>;

const parseEnv = <Shape extends z.ZodObject>(schema: Shape, env: Env): z.output<Shape> => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new Error(`Configuration is incomplete:\n${z.prettifyError(parsed.error)}`);
};

const databaseOf = (e: {
  DATABASE_URL: string;
  DATABASE_OWNER_URL?: string | undefined;
  DATABASE_POOL_SIZE: number;
}) => ({
  url: e.DATABASE_URL,
  ownerUrl: e.DATABASE_OWNER_URL ?? e.DATABASE_URL,
  poolSize: e.DATABASE_POOL_SIZE,
});

/** As `readConfig`, for migrations, which need no other secret. */
export const readDatabaseConfig = (env: Env) =>
  Object.freeze({
    database: databaseOf(
      parseEnv(Environment.pick({ DATABASE_URL: true, DATABASE_OWNER_URL: true, DATABASE_POOL_SIZE: true }), env),
    ),
  });

const mailOf = ({
  SMTP_URL: url,
  MAIL_FROM: from,
}: {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
}) => {
  if (url === undefined) return undefined;
  if (from === undefined)
    throw new Error('Configuration is incomplete: MAIL_FROM says who the mail of SMTP_URL is from');
  return { url, from };
};

/** Validates the environment once. @throws Error naming every variable that is missing or malformed. */
export const readConfig = (env: Env) => {
  const e = parseEnv(Environment, env);
  return Object.freeze({
    database: databaseOf(e),
    temporal: {
      address: e.TEMPORAL_ADDRESS,
      namespace: e.TEMPORAL_NAMESPACE,
      taskQueue: e.TEMPORAL_TASK_QUEUE,
      deliveryTaskQueue: `${e.TEMPORAL_TASK_QUEUE}-deliveries`,
      bundleDir: e.WORKFLOW_BUNDLE_DIR,
      prebuiltBundle: e.WORKFLOW_BUNDLE,
      versioning: e.WORKER_VERSIONING,
      metricsAddress: e.WORKER_METRICS_ADDRESS,
    },
    http: {
      host: e.HOST,
      port: e.PORT,
      publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
      trustedProxyHops: e.TRUSTED_PROXY_HOPS,
      corsOrigins: e.CORS_ORIGINS,
    },
    rateLimits: { actorPerMinute: e.RATE_LIMIT_PER_MINUTE, addressPerMinute: e.RATE_LIMIT_ADDRESS_PER_MINUTE },
    encryptionKeys: e.ENCRYPTION_KEYS,
    jwt: { privateKey: readPem(e.JWT_PRIVATE_KEY), otherPublicKeys: splitPems(readPem(e.JWT_OTHER_PUBLIC_KEYS)) },
    operatorKey: e.OPERATOR_KEY,
    mail: mailOf(e),
    providerUrls: { twilio: e.TWILIO_API_URL, signalwire: e.SIGNALWIRE_API_URL, vapi: e.VAPI_API_URL },
    controlHosts: e.VAPI_CONTROL_HOSTS,
    deliveries: { allowed: e.DELIVERY_ALLOWED_HOSTS, requireHttps: e.DELIVERY_REQUIRE_HTTPS },
    call: {
      graceSeconds: e.CALL_GRACE_SECONDS,
      watchdogSeconds: e.CALL_WATCHDOG_SECONDS,
      priceAfterSeconds: e.CALL_PRICE_AFTER_SECONDS,
      longestCallSeconds: e.CALL_LONGEST_SECONDS,
      longestSilenceSeconds: e.CALL_LONGEST_SILENCE_SECONDS,
    },
    sweepIntervalSeconds: e.SWEEP_INTERVAL_SECONDS,
    commitPatienceMs: e.COMMIT_PATIENCE_MS,
    toolPatienceMs: e.TOOL_PATIENCE_SECONDS * 1000,
    logLevel: e.LOG_LEVEL,
  });
};

export type Config = ReturnType<typeof readConfig>;
