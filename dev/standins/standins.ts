import { demo } from '../simulator/demo.ts';
import { startCarrier, type CarrierStandin } from './carrierApi.ts';
import { signalwireDialect, twilioDialect } from './dialects.ts';
import { startMail, type MailStandin } from './mail.ts';
import { startN8n, type N8nStandin, type ReceivedDelivery } from './n8n.ts';
import type { Violation } from './server.ts';
import { startVapi, type VapiStandin } from './vapiApi.ts';

interface StandinAccounts {
  /** Account SID → auth token. */
  twilio: Record<string, string>;
  /** Project id → API token. */
  signalwire: Record<string, string>;
  vapi: readonly string[];
  /** Webhook path → `whsec_…` */
  n8n: Record<string, string>;
}

const demoAccounts: StandinAccounts = {
  twilio: { [demo.twilio.accountSid]: demo.twilio.authToken },
  signalwire: { [demo.signalwire.projectId]: demo.signalwire.apiToken },
  vapi: [demo.vapi.apiKey],
  n8n: { [demo.n8n.path]: demo.n8n.signatureSecret },
};

export interface StandinOptions {
  /** Default 0: any free port. */
  ports?: Partial<Record<'n8n' | 'twilio' | 'signalwire' | 'vapi' | 'smtp' | 'mailbox', number>>;
  /** Default: the demo tenant's. More can be added while they run. */
  accounts?: Partial<StandinAccounts>;
  onDelivery?: (delivery: ReceivedDelivery) => void;
  log?: (line: string) => void;
}

export interface Standins {
  n8n: N8nStandin;
  twilio: CarrierStandin;
  signalwire: CarrierStandin;
  vapi: VapiStandin;
  mail: MailStandin;
  twilioUrl: string;
  signalwireUrl: string;
  vapiUrl: string;
  /** Requests that no real vendor would have understood. */
  violations(): Violation[];
  stop(): Promise<void>;
}

/** What is outside the machine, on loopback: n8n, the three REST APIs, and a mail server. @throws Error when a port is taken. */
export const startStandins = async ({
  ports = {},
  accounts: given = {},
  onDelivery,
  log = () => {},
}: StandinOptions = {}): Promise<Standins> => {
  const accounts = { ...demoAccounts, ...given };
  const running: { stop(): Promise<void> }[] = [];
  const started = async <T extends { stop(): Promise<void> }>(server: Promise<T>): Promise<T> => {
    const up = await server;
    running.push(up);
    return up;
  };
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
  };
  try {
    const twilio = await started(
      startCarrier({
        dialect: twilioDialect,
        port: ports.twilio ?? 0,
        accounts: new Map(Object.entries(accounts.twilio)),
        log,
      }),
    );
    const signalwire = await started(
      startCarrier({
        dialect: signalwireDialect,
        port: ports.signalwire ?? 0,
        accounts: new Map(Object.entries(accounts.signalwire)),
        log,
      }),
    );
    const vapi = await started(startVapi({ port: ports.vapi ?? 0, apiKeys: accounts.vapi, log }));
    const mail = await started(startMail({ smtpPort: ports.smtp ?? 0, mailboxPort: ports.mailbox ?? 0, log }));
    const urls = { twilioUrl: twilio.url, signalwireUrl: signalwire.url, vapiUrl: vapi.url };
    const n8n = await started(
      startN8n({ port: ports.n8n ?? 0, webhooks: accounts.n8n, onDelivery, log, about: () => urls }),
    );
    return {
      n8n,
      twilio,
      signalwire,
      vapi,
      mail,
      ...urls,
      violations: () => [twilio, signalwire, vapi, mail].flatMap((standin) => standin.violations()),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
