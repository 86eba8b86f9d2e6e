import { z } from 'zod';
import { Tenant } from '../../db/entities.ts';
import { bearerOf, redeemOneTimeToken } from '../../db/people/oneTimeTokens.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { recordAudit } from '../routing/audit.ts';
import { assertNotAddress, hashPassword, NewPassword } from '../access/passwords.ts';
import { identityIn, openSession, originOf } from '../access/sessions.ts';
import { exampleSignedIn, presentSignIn, SignedIn } from './signIn.ts';
import { defineRoute } from '../routing/route.ts';
import { exampleAccount } from './accountView.ts';
import { PersonName } from '../http/fields.ts';
import { exampleInvitation, exampleInvited } from './memberView.ts';

const tags = ['Authentication'];

const Token = z.string().trim().min(1).max(200).describe('The part of the link after `#/invitation/`');

export const lookUpInvitation = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/invitations/lookup',
    permission: 'public',
    operationId: 'lookUpInvitation',
    summary: 'Look up an invitation',
    description: 'Answers with the invited user, so that a page can greet them. The invitation stays good.',
    tags,
    body: z.object({ token: Token }),
    response: z.object({ email: z.string(), name: z.string(), tenant: z.object({ name: z.string() }) }),
    errors: ['token.invalid', 'rate.limited', 'service.unavailable'],
    examples: {
      body: { token: exampleInvitation.token },
      response: {
        email: exampleInvited.email,
        name: exampleInvited.name,
        tenant: { name: exampleAccount.tenant.name },
      },
    },
  },
  async ({ app, body }) => {
    // SYSTEM: the token is how we learn the tenant.
    const em = systemEm(app.orm);
    const { email, name, tenantId } = await bearerOf(em, body.token, 'invitation');
    return { email, name, tenant: await em.findOneOrFail(Tenant, tenantId) };
  },
);

export const acceptInvitation = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/invitations/accept',
    permission: 'public',
    operationId: 'acceptInvitation',
    summary: 'Accept an invitation',
    description: 'Sets the password, and signs in. An invitation can be accepted once, within seven days.',
    tags,
    body: z.object({
      token: Token,
      password: NewPassword,
      name: PersonName.optional().describe('Instead of the one that the inviter gave'),
    }),
    response: SignedIn,
    errors: ['token.invalid', 'rate.limited', 'service.unavailable'],
    examples: {
      body: { token: exampleInvitation.token, password: 'correct horse battery staple' },
      response: exampleSignedIn,
    },
  },
  async ({ app, deps, ctx, body }) => {
    // SYSTEM: the token is how we learn the tenant.
    const signedIn = await systemEm(app.orm).transactional(async (em) => {
      const user = await redeemOneTimeToken(em, body.token, 'invitation');
      assertNotAddress(body.password, user, 'body.password');
      user.passwordHash = await hashPassword(body.password);
      user.name = body.name ?? user.name;
      user.lastLoginAt = new Date();
      const opened = openSession(em, user, originOf(ctx));
      const entry = { action: 'invitation.accepted', targetType: 'user', targetId: user.id };
      recordAudit(em, { ctx, auth: identityIn(opened) }, { ...entry, after: { name: user.name } });
      await em.flush();
      return presentSignIn(em, deps.tokens, opened);
    });
    await deps.limits.login.trust(ctx, signedIn.user.email);
    return signedIn;
  },
);
