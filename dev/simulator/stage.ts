import { createHash } from 'node:crypto';
import type { Carrier } from '../../src/domain/providers.ts';
import { demo } from './demo.ts';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The tenant's accounts with the vendors, as the vendors know them. */
export interface Accounts {
  twilio: { accountSid: string; authToken: string; number: string };
  signalwire: { projectId: string; apiToken: string; signingKey: string; number: string };
  vapi: { apiKey: string; webhookSecret: string; assistantId: string };
}

export const demoAccounts: Accounts = {
  twilio: { ...demo.twilio, number: demo.numbers.twilio },
  signalwire: { ...demo.signalwire, number: demo.numbers.signalwire },
  vapi: demo.vapi,
};

export interface StageOptions {
  provider?: Carrier;
  language?: Language;
  /** Address under which the vendors know the instance: they sign it. */
  publicUrl?: string;
  tenant?: string;
  accounts?: Accounts;
  /** Makes the ids of the call: the same text, the same call. */
  id?: string;
  startedAt?: Date;
}

/** Who plays, where and when: what all webhooks of one call agree on. */
export interface Stage {
  carrier: Carrier;
  language: Language;
  accounts: Accounts;
  accountSid: string;
  callSid: string;
  /** Of the call that the carrier places to reach a person. */
  legSid(name: string): string;
  recordingSid: string;
  vapiCallId: string;
  /** Any further UUID of this call. */
  uuid(name: string): string;
  from: string;
  to: string;
  person: string;
  carrierUrl: string;
  vapiUrl: string;
  at(seconds: number): Date;
}

/** The same for the same options. */
export const setStage = (options: StageOptions = {}): Stage => {
  const {
    provider = 'twilio',
    language = 'fr',
    publicUrl = 'http://localhost:3000',
    tenant = demo.tenant.slug,
    accounts = demoAccounts,
    id = 'call',
    startedAt = new Date('2026-11-20T15:20:00Z'),
  } = options;
  const hex = (name: string): string =>
    createHash('sha256').update(`${id}/${provider}/${name}`).digest('hex').slice(0, 32);
  const uuid = (name: string): string => hex(name).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  const carrierId = (prefix: string, name: string): string => (provider === 'twilio' ? prefix + hex(name) : uuid(name));
  return {
    carrier: provider,
    language,
    accounts,
    accountSid: provider === 'twilio' ? accounts.twilio.accountSid : accounts.signalwire.projectId,
    callSid: carrierId('CA', 'call'),
    legSid: (name) => carrierId('CA', `leg/${name}`),
    recordingSid: carrierId('RE', 'recording'),
    vapiCallId: uuid('vapi'),
    uuid,
    from: demo.numbers.caller,
    to: accounts[provider].number,
    person: demo.numbers.person,
    carrierUrl: `${publicUrl}/webhooks/${provider}/${tenant}`,
    vapiUrl: `${publicUrl}/webhooks/vapi/${tenant}`,
    at: (seconds) => new Date(startedAt.getTime() + Math.round(seconds * 1000)),
  };
};
