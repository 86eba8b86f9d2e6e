/** Carriers move the voice; Vapi is the assistant that talks. The names stand in URLs and workflow inputs. */
export const carriers = ['twilio', 'signalwire'] as const;
export const providerNames = [...carriers, 'vapi'] as const;

export type Carrier = (typeof carriers)[number];
export type ProviderName = (typeof providerNames)[number];

/** How the provider of a call is written in rows and API answers. */
export const callProviders = ['TWILIO', 'SIGNALWIRE', 'VAPI'] as const;
export type CallProvider = (typeof callProviders)[number];

export const toCallProvider = (name: ProviderName): CallProvider => name.toUpperCase() as Uppercase<ProviderName>;

export const toProviderName = (provider: CallProvider): ProviderName =>
  provider.toLowerCase() as Lowercase<CallProvider>;

export const isCarrier = (name: string): name is Carrier => (carriers as readonly string[]).includes(name);
