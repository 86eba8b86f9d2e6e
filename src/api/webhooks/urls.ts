import { z } from 'zod';
import { providerNames, type ProviderName } from '../../domain/providers.ts';

type Urls = Record<ProviderName, string>;

const forEachProvider = <Value>(valueOf: (provider: ProviderName) => Value): [ProviderName, Value][] =>
  providerNames.map((provider) => [provider, valueOf(provider)]);

export const WebhookUrls = z
  .object(Object.fromEntries(forEachProvider(() => z.string())) as Record<ProviderName, z.ZodString>)
  .describe('To paste into the providers: where they send their webhooks');

export const webhookUrl = (publicUrl: string, provider: ProviderName, slug: string): string =>
  `${publicUrl}/webhooks/${provider}/${slug}`;

export const webhookUrlsOf = (publicUrl: string, slug: string): Urls =>
  Object.fromEntries(forEachProvider((provider) => webhookUrl(publicUrl, provider, slug))) as Urls;

/** Where carriers may send a number's calls besides: the signature tells which carrier it is, the called number which tenant. */
export const ivrPaths = ['/api/mcp/ivr/entry', '/api/mcp/ivr/event', '/api/mcp/ivr/log'] as const;
