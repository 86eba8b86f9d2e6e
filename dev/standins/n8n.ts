import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { controlled } from './control.ts';
import {
  badDay,
  misbehaviours,
  notRegistered,
  refused,
  started,
  wrongMethod,
  type Misbehaviour,
} from './n8nAnswers.ts';
import { startServer, statusOf, type StandinAnswer, type StandinRequest } from './server.ts';

/** One attempt to deliver, as it came in. */
export interface ReceivedDelivery {
  receivedAt: string;
  path: string;
  /** `webhook-id`. */
  id: string;
  eventId: string | null;
  eventType: string | null;
  /** Signature, timestamp and content type are right. */
  verified: boolean;
  /** Why not. */
  problem: string | null;
  /** Verified, and the workflow was started. */
  accepted: boolean;
  /** Answered status; 0 where there was no answer. */
  status: number;
  body: unknown;
}

export interface N8nStandin {
  url: string;
  webhookUrl(path: string): string;
  /** Those that were accepted. Also `GET /deliveries`. */
  deliveries(): ReceivedDelivery[];
  /** All of them. Also `GET /attempts`. */
  attempts(): ReceivedDelivery[];
  /** A workflow with a webhook node at this path; a second time changes its secret. Also `PUT /__standin/webhooks/{path}`. */
  register(path: string, secret: string): void;
  /** The next `times` deliveries meet a bad day. Also `POST /__standin/misbehave`. */
  misbehave(kind: Misbehaviour, times?: number): void;
  /** Back to normal, and forgets what it received. */
  reset(): void;
  stop(): Promise<void>;
}

interface N8nOptions {
  port: number;
  /** Webhook path → `whsec_…` */
  webhooks: Record<string, string>;
  onDelivery?: ((delivery: ReceivedDelivery) => void) | undefined;
  log(line: string): void;
  /** What `GET /__standin` answers about the other stand-ins. */
  about(): unknown;
}

const Envelope = z.looseObject({ eventId: z.string(), eventType: z.string() });
const Misbehave = z.strictObject({ kind: z.enum(misbehaviours), times: z.number().int().positive().default(1) });
const Register = z.strictObject({ secret: z.string().startsWith('whsec_') });

/** A developer's machine stays up for days: the older half of the deliveries is forgotten at this number. */
const mostRemembered = 20_000;

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

/** What is wrong with a delivery, and the status that answers it. */
const findProblem = (
  { headers, body }: StandinRequest,
  secret: string,
): [status: number, problem: string] | undefined => {
  // The real node would answer 200 here and start the workflow with an empty body, and the mistake would go unnoticed.
  if (!/^application\/json(;|$)/i.test(headers['content-type'] ?? '')) {
    return [415, `content type is ${headers['content-type'] ?? 'missing'}, not application/json`];
  }
  if (parseJson(body) === undefined) return [422, 'Failed to parse request body'];
  try {
    // Over the raw bytes: what is parsed and serialised again is not what was signed.
    new Webhook(secret).verify(body, headers as Record<string, string>, { jsonParse: false });
    return undefined;
  } catch (error) {
    return [401, error instanceof Error ? error.message : String(error)];
  }
};

/** A receiver in n8n's place: its webhook node, with the Code node that a careful user puts behind it to verify. */
export const startN8n = async ({ port, webhooks, onDelivery, log, about }: N8nOptions): Promise<N8nStandin> => {
  const secrets = new Map(Object.entries(webhooks));
  let attempts: ReceivedDelivery[] = [];
  let badDays: Misbehaviour[] = [];
  const misbehave = (kind: Misbehaviour, times = 1) => void badDays.push(...Array<Misbehaviour>(times).fill(kind));
  const deliveries = () => attempts.filter(({ accepted }) => accepted);

  const receive = (request: StandinRequest, path: string): StandinAnswer => {
    const secret = secrets.get(path);
    if (secret === undefined) {
      log(`n8n        ✗ no workflow at /webhook/${path}`);
      return notRegistered(request.method, path);
    }
    if (request.method !== 'POST') return wrongMethod(request.method);
    const [status, problem] = findProblem(request, secret) ?? [];
    const kind = problem ? undefined : badDays.shift();
    const answer = status && problem ? refused(status, problem) : kind ? badDay(kind, path) : started;
    const body = parseJson(request.body);
    const envelope = Envelope.safeParse(body).data;
    const delivery: ReceivedDelivery = {
      receivedAt: new Date().toISOString(),
      path,
      id: String(request.headers['webhook-id'] ?? ''),
      eventId: envelope?.eventId ?? null,
      eventType: envelope?.eventType ?? null,
      verified: !problem,
      problem: problem ?? null,
      accepted: answer === started,
      status: statusOf(answer),
      body,
    };
    attempts.push(delivery);
    if (attempts.length >= mostRemembered) attempts = attempts.slice(mostRemembered / 2);
    const told = problem ?? (kind ? `plays "${kind}"` : 'verified');
    log(
      `n8n        ${problem ? '✗' : '✓'} ${delivery.eventType ?? 'no event type'}  ${delivery.eventId ?? 'no event id'}  (delivery ${delivery.id || 'without id'}, ${told})`,
    );
    onDelivery?.(delivery);
    return answer;
  };

  const handle = (request: StandinRequest): StandinAnswer => {
    const { method, path, body } = request;
    switch (`${method} ${path}`) {
      case 'GET /deliveries':
        return { status: 200, json: { deliveries: deliveries() } };
      case 'GET /attempts':
        return { status: 200, json: { attempts } };
      case 'GET /__standin':
        return { status: 200, json: about() };
      case 'POST /__standin/misbehave':
        return controlled(() => {
          const { kind, times } = Misbehave.parse(JSON.parse(body.toString()));
          misbehave(kind, times);
        });
    }
    const [, area, name = ''] = /^\/(webhook|__standin\/webhooks)\/(.+)$/.exec(path) ?? [];
    if (area === 'webhook') return receive(request, name);
    if (area && method === 'PUT')
      return controlled(() => void secrets.set(name, Register.parse(JSON.parse(body.toString())).secret));
    return { status: 404, text: `Cannot ${method} ${path}`, contentType: 'text/html; charset=utf-8' };
  };

  const server = await startServer({ name: 'n8n', port, handle });
  return {
    url: server.url,
    webhookUrl: (path) => `${server.url}/webhook/${path}`,
    deliveries,
    attempts: () => [...attempts],
    register: (path, secret) => void secrets.set(path, secret),
    misbehave,
    reset: () => {
      attempts = [];
      badDays = [];
    },
    stop: () => server.stop(),
  };
};
