import type { Inbox } from '../inbox/index.ts';
import type { LoginThrottle } from './loginThrottle.ts';
import type { TenantDirectory } from './tenantDirectory.ts';
import type { AccessTokens } from './tokens.ts';

/** What `main.ts` hands to the app besides the context. */
export interface ApiDependencies {
  inbox: Inbox;
  directory: TenantDirectory;
}

/** What the routes work with. */
export interface Services extends ApiDependencies {
  tokens: AccessTokens;
  loginThrottle: LoginThrottle;
}
