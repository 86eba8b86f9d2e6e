import { z } from 'zod';
import { Tenant, User } from '../../db/entities/index.ts';
import { systemEm } from '../../db/tenancy.ts';
import { permissions, permissionsOf, roles } from '../../domain/permissions.ts';
import { AppError } from '../../errors.ts';
import { verifyPassword } from '../passwords.ts';
import { defineRoute } from '../route.ts';
import { accessTokenSeconds } from '../tokens.ts';
import { Id } from '../views/fields.ts';

const UserView = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    permissions: z.array(z.enum(permissions)),
  })
  .meta({ id: 'User' });
const TenantView = z.object({ id: Id, slug: z.string(), name: z.string(), timeZone: z.string() });

const present = (user: User, tenant: Tenant) => ({
  user: Object.assign({ permissions: [...permissionsOf(user.role)] }, user),
  tenant,
});

const exampleAccount = {
  user: {
    id: '019b7c3e-0000-7000-8000-0000000000aa',
    email: 'owner@demohvac.com',
    name: 'Demo Owner',
    role: 'owner',
    permissions: ['calls:read', 'settings:write'],
  },
  tenant: {
    id: '019b7c3e-0000-7000-8000-0000000000bb',
    slug: 'demo-hvac',
    name: 'Demo HVAC',
    timeZone: 'America/Toronto',
  },
};

export const login = defineRoute(
  {
    method: 'post',
    path: '/auth/login',
    permission: 'public',
    summary: 'Sign in',
    tags: ['Authentication'],
    body: z.object({
      email: z.string().trim().toLowerCase().min(3).max(255),
      password: z.string().min(1).max(1024),
    }),
    response: z.object({
      accessToken: z.string().describe('Send it as `Authorization: Bearer …`'),
      token: z.string().describe('The same as `accessToken`'),
      tokenType: z.literal('Bearer'),
      expiresIn: z.int().describe('Seconds'),
      user: UserView,
      tenant: TenantView,
    }),
    errors: ['auth.invalid_credentials', 'rate.limited', 'service.unavailable'],
    examples: {
      body: { email: 'owner@demohvac.com', password: 'demo123' },
      response: {
        accessToken: 'eyJhbGciOi…',
        token: 'eyJhbGciOi…',
        tokenType: 'Bearer',
        expiresIn: accessTokenSeconds,
        ...exampleAccount,
      },
    },
  },
  async ({ ctx, deps, body, koa }) => {
    const account = `${koa.ip} ${body.email}`;
    deps.loginThrottle.check(account);
    // SYSTEM: the address is how we learn the tenant.
    const em = systemEm(ctx.orm);
    const user = await em.findOne(User, { email: body.email });
    const fits = await verifyPassword(user?.passwordHash, body.password);
    if (!user || !fits) {
      deps.loginThrottle.failed(account);
      throw new AppError('auth.invalid_credentials');
    }
    deps.loginThrottle.succeeded(account);
    const tenant = await em.findOneOrFail(Tenant, user.tenantId);
    user.lastLoginAt = new Date();
    await em.flush();
    const token = await deps.tokens.issue(user);
    return {
      accessToken: token,
      token,
      tokenType: 'Bearer' as const,
      expiresIn: accessTokenSeconds,
      ...present(user, tenant),
    };
  },
);

export const me = defineRoute(
  {
    method: 'get',
    path: '/auth/me',
    permission: 'signed-in',
    summary: 'Who am I',
    tags: ['Authentication'],
    response: z.object({ user: UserView, tenant: TenantView }),
    examples: { response: exampleAccount },
  },
  async ({ em, auth }) => {
    const user = await em.findOne(User, auth.userId);
    if (!user) throw new AppError('auth.required', { detail: 'This user does not exist any more.' });
    return present(user, await em.findOneOrFail(Tenant, auth.tenantId));
  },
);

export const jwks = defineRoute(
  {
    method: 'get',
    path: '/.well-known/jwks.json',
    permission: 'public',
    summary: 'Public keys of the access tokens',
    tags: ['Authentication'],
    response: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  },
  ({ deps }) => deps.tokens.jwks,
);
