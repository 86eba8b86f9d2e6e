import type { Registry } from 'prom-client';
import type { Destinations } from '../outbox/destination.ts';
import type { Inbox } from '../inbox/index.ts';
import type { WakeEndpoints } from '../outbox/index.ts';
import type { Background } from './http/background.ts';
import type { AccessTokens } from './access/accessTokens.ts';
import type { RateLimits } from './access/limits.ts';
import type { LiveCalls } from './watching/liveCalls.ts';
import type { LiveNotes } from './watching/liveNotes.ts';
import type { TenantDirectory } from './access/tenantDirectory.ts';

/** What `main.ts` hands to the app besides the context. */
export interface ApiDependencies {
  inbox: Inbox;
  directory: TenantDirectory;
  background: Background;
  wakeEndpoints: WakeEndpoints;
  /** What is heard of calls while they last. */
  liveNotes: LiveNotes;
  liveCalls: LiveCalls;
}

/** What the routes work with. */
export interface Services extends ApiDependencies {
  tokens: AccessTokens;
  limits: RateLimits;
  /** Where deliveries may go. */
  destinations: Destinations;
  /** Of this process: CPU, memory, event loop. */
  processMetrics: Registry;
}
