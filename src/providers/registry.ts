import type { ProviderName } from '../domain/providers.ts';
import { createSignalWire } from './signalwire.ts';
import { createTwilio } from './twilio.ts';
import { createVapi } from './vapi/vapi.ts';

/** The registry: routes, credential endpoints and masking follow from it. Nothing is contacted before it is asked. */
export const createProviders = ({
  providerUrls,
  controlHosts,
}: {
  providerUrls: Record<ProviderName, string>;
  controlHosts?: readonly string[];
}) => ({
  twilio: createTwilio(providerUrls.twilio),
  signalwire: createSignalWire(providerUrls.signalwire),
  vapi: createVapi(providerUrls.vapi, controlHosts),
});

export type Providers = ReturnType<typeof createProviders>;
