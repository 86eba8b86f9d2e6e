import { z } from 'zod';
import { Tenant, User } from '../../db/entities.ts';
import { systemEm, tenantEm } from '../../db/core/tenancy.ts';
import { AppError } from '../../errors.ts';
import { recordAudit } from '../routing/audit.ts';
import { personOf } from '../access/identity.ts';
import { verifyPassword } from '../access/passwords.ts';
import { endSession, endSessions, identityIn, openSession, originOf, refreshSession } from '../access/sessions.ts';
import { exampleSignedIn, presentSignIn, SignedIn } from './signIn.ts';
import { defineRoute } from '../routing/route.ts';
import { Account, exampleAccount, presentAccount } from './accountView.ts';
import { Email } from '../http/fields.ts';

const tags = ['Authentication'];

export const login = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/login',
    permission: 'public',
    operationId: 'signIn',
    summary: 'Sign in',
    tags,
    body: z.object({ email: Email, password: z.string().min(1).max(1024) }),
    response: SignedIn,
    errors: ['auth.invalid_credentials', 'rate.limited', 'service.unavailable'],
    examples: { body: { email: 'owner@demohvac.com', password: 'demo123' }, response: exampleSignedIn },
  },
  async ({ app, deps, body, ctx }) => {
    const attempt = await deps.limits.login.attempt(ctx, body.email);
    // SYSTEM: the address is how we learn the tenant.
    const em = systemEm(app.orm);
    const user = await em.findOne(User, { email: body.email, deactivatedAt: null });
    const fits = await verifyPassword(user?.passwordHash, body.password);
    if (!user || !fits) throw new AppError('auth.invalid_credentials');
    await attempt.succeeded();
    const opened = openSession(em, user, originOf(ctx));
    user.lastLoginAt = new Date();
    const entry = { action: 'session.created', targetType: 'user', targetId: user.id };
    recordAudit(em, { ctx, auth: identityIn(opened) }, entry);
    await em.flush();
    return presentSignIn(em, deps.tokens, opened);
  },
);

export const refresh = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/refresh',
    permission: 'public',
    operationId: 'refreshTokens',
    summary: 'Refresh the tokens',
    description:
      'Answers with a new access token and a new refresh token. The client whose answer was lost may repeat the exchange for ten seconds, and gets the same refresh token. Otherwise one that comes back after its exchange was stolen: the session ends, and both must sign in again.',
    tags,
    body: z.object({ refreshToken: z.string().trim().min(1).max(200) }),
    response: SignedIn,
    errors: ['auth.refresh_invalid', 'rate.limited', 'service.unavailable'],
    examples: { body: { refreshToken: 'rt_Zm9vYmFy…' }, response: exampleSignedIn },
  },
  async ({ app, deps, body, ctx }) => {
    const opened = await refreshSession(app, body.refreshToken, originOf(ctx), (em, { tenantId, id, email: name }) => {
      const auth = { tenantId, actor: { kind: 'user' as const, id, name } };
      recordAudit(em, { ctx, auth }, { action: 'session.reuse_detected', targetType: 'user', targetId: id });
    });
    return presentSignIn(tenantEm(app.orm, opened.user.tenantId), deps.tokens, opened);
  },
);

export const logout = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/logout',
    permission: 'signed-in',
    operationId: 'signOut',
    summary: 'Sign out',
    description: 'Ends the session at once: its access and refresh tokens are refused from now on.',
    tags,
    body: z.object({ everywhere: z.boolean().default(false).describe('Signs out on all other devices, too') }),
    response: z.object({ signedOut: z.literal(true) }),
    examples: { body: { everywhere: false }, response: { signedOut: true } },
  },
  async ({ em, ctx, auth, body }) => {
    const { id, sessionId } = personOf(auth);
    if (body.everywhere) await endSessions(em, id, 'signed_out');
    else await endSession(em, sessionId, 'signed_out');
    recordAudit(em, { ctx, auth }, { action: 'session.ended', targetType: 'user', targetId: id, after: body });
    return { signedOut: true as const };
  },
);

export const me = defineRoute(
  {
    method: 'get',
    path: '/auth/me',
    permission: 'signed-in',
    operationId: 'getSignedInUser',
    summary: 'Get the signed-in user',
    description: 'For people; an API key has no account.',
    tags,
    response: Account,
    examples: { response: exampleAccount },
  },
  async ({ em, auth }) => {
    const user = await em.findOneOrFail(User, personOf(auth).id);
    return presentAccount(user, await em.findOneOrFail(Tenant, auth.tenantId));
  },
);

export const jwks = defineRoute(
  {
    method: 'get',
    path: '/.well-known/jwks.json',
    permission: 'public',
    operationId: 'getPublicKeys',
    summary: 'Get the public keys',
    description: 'Of the access tokens: the signing key first, then those that overlap with it.',
    tags,
    response: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
    examples: {
      response: { keys: [{ kty: 'RSA', kid: 'NzbLsXh8uDCcd…', alg: 'RS256', use: 'sig', e: 'AQAB', n: '0vx7…' }] },
    },
  },
  ({ deps }) => deps.tokens.jwks,
);
