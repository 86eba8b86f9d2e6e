import { assistants } from '../../domain/providers.ts';
import type { IntegrationSettings } from '../../providers/provider.ts';
import type { Providers } from '../../providers/registry.ts';

/** Where a carrier connects the tenant's calls: the first of its assistants that can be called. */
export const assistantSipUri = (providers: Providers, settings: Partial<IntegrationSettings>): string | undefined => {
  for (const name of assistants) {
    const own = settings[name];
    const uri = own && providers[name].sipUri(own);
    if (uri !== undefined) return uri;
  }
  return undefined;
};
