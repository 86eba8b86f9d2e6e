import { createHmac } from 'node:crypto';
import type { Carrier } from '../../src/domain/providers.ts';

/*
 * The vendors' side of the signatures, written from PROVIDERS.md and checked against its vectors, and on purpose sharing
 * nothing with `src/providers`: one mistake must not hide on both sides.
 */

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const base64Sha1 = (key: string, text: string): string => createHmac('sha1', key).update(text, 'utf8').digest('base64');

/** Repeated keys: Twilio drops duplicates and sorts the values, SignalWire keeps both and their order. */
const signForm = (key: string, url: string, body: string, arrange: (values: string[]) => string[]): string => {
  const form = new URLSearchParams(body);
  const names = [...new Set(form.keys())].toSorted(byCodeUnit);
  const parameters = names.flatMap((name) => arrange(form.getAll(name)).map((value) => name + value));
  return base64Sha1(key, url.replace(/#.*$/, '') + parameters.join(''));
};

export const signTwilioForm = (authToken: string, url: string, body: string): string =>
  signForm(authToken, url, body, (values) => [...new Set(values)].toSorted(byCodeUnit));

export const signSignalwireForm = (signingKey: string, url: string, body: string): string =>
  signForm(signingKey, url, body, (values) => values);

/** A carrier's signature headers for a form. */
export const carrierSignature = (carrier: Carrier, key: string, url: string, body: string): Record<string, string> => {
  if (carrier === 'twilio') return { 'x-twilio-signature': signTwilioForm(key, url, body) };
  const signature = signSignalwireForm(key, url, body);
  return { 'x-signalwire-signature': signature, 'x-twilio-signature': signature };
};
