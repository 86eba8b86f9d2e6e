/** Carriers move the voice, assistants talk. Their names are parts of URLs and workflow inputs; a vendor of either role is one more name. */
export const carriers = ['twilio', 'signalwire'] as const;
export const assistants = ['vapi'] as const;
export const providerNames = [...carriers, ...assistants] as const;

export type Carrier = (typeof carriers)[number];
export type Assistant = (typeof assistants)[number];
export type ProviderName = (typeof providerNames)[number];

/** How the provider of a call is written in rows and API answers. */
export type CallProvider = Uppercase<ProviderName>;

export const toCallProvider = (name: ProviderName): CallProvider => name.toUpperCase() as CallProvider;
export const callProviders: readonly CallProvider[] = providerNames.map(toCallProvider);

export const toProviderName = (provider: CallProvider): ProviderName =>
  provider.toLowerCase() as Lowercase<CallProvider>;

export const isCarrier = (name: string): name is Carrier => (carriers as readonly string[]).includes(name);
export const isAssistant = (name: string): name is Assistant => (assistants as readonly string[]).includes(name);
