import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { because } from '../../contract/problems/fieldErrors.ts';
import { User } from '../../db/entities.ts';
import { endOneTimeTokens, redeemOneTimeToken } from '../../db/people/oneTimeTokens.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { AppError } from '../../errors.ts';
import { recordAudit } from '../routing/audit.ts';
import { personOf } from '../access/identity.ts';
import { mailPasswordReset } from './passwordReset.ts';
import { assertNotAddress, hashPassword, isSamePassword, NewPassword, verifyPassword } from '../access/passwords.ts';
import { endSessions } from '../access/sessions.ts';
import { defineRoute } from '../routing/route.ts';
import { Email } from '../http/fields.ts';

const tags = ['Authentication'];

export const changePassword = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/password',
    permission: 'signed-in',
    operationId: 'changeYourPassword',
    summary: 'Change your password',
    description: 'For people. Ends your sessions on all other devices, and links that would set another password.',
    tags,
    body: z
      .object({ currentPassword: z.string().min(1).max(1024), newPassword: NewPassword })
      .refine(({ currentPassword, newPassword }) => !isSamePassword(currentPassword, newPassword), {
        path: ['newPassword'],
        ...because('password.unchanged'),
      }),
    response: z.object({ changed: z.literal(true) }),
    errors: ['auth.invalid_credentials', 'rate.limited', 'service.unavailable'],
    examples: {
      body: { currentPassword: 'demo123', newPassword: 'correct horse battery staple' },
      response: { changed: true },
    },
  },
  async ({ em, ctx, auth, body, deps }) => {
    const { id, name: email, sessionId } = personOf(auth);
    const attempt = await deps.limits.login.attempt(ctx, email);
    const user = await em.findOneOrFail(User, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!(await verifyPassword(user.passwordHash, body.currentPassword)))
      throw new AppError('auth.invalid_credentials');
    await attempt.succeeded();
    assertNotAddress(body.newPassword, user);
    user.passwordHash = await hashPassword(body.newPassword);
    await endSessions(em, id, 'password_changed', sessionId);
    await endOneTimeTokens(em, id);
    recordAudit(em, { ctx, auth }, { action: 'password.changed', targetType: 'user', targetId: id });
    return { changed: true as const };
  },
);

export const forgotPassword = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/password/forgot',
    permission: 'public',
    operationId: 'askForLinkToSetNewPassword',
    summary: 'Ask for a link to set a new password',
    description:
      'If a user signs in with this address, the link is mailed there, at most once a minute; it works once, within an hour. The answer is always the same: it does not say whether the address is known.',
    tags,
    status: 202,
    body: z.object({ email: Email }),
    response: z.object({ accepted: z.literal(true) }),
    errors: ['rate.limited'],
    examples: { body: { email: 'owner@demohvac.com' }, response: { accepted: true } },
  },
  ({ app, deps, body }) => {
    // Not waited for: the time of the answer would reveal whether this user exists.
    deps.background.run(() => mailPasswordReset(app, body.email), 'a password reset could not be begun');
    return { accepted: true as const };
  },
);

export const resetPassword = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/auth/password/reset',
    permission: 'public',
    operationId: 'setNewPasswordWithMailedLink',
    summary: 'Set a new password with a mailed link',
    description: 'Ends all sessions: sign in with the new password.',
    tags,
    body: z.object({
      token: z.string().trim().min(1).max(200).describe('The part of the link after `#/reset/`'),
      newPassword: NewPassword,
    }),
    response: z.object({ reset: z.literal(true) }),
    errors: ['token.invalid', 'rate.limited', 'service.unavailable'],
    examples: {
      body: { token: 'pwr_Zm9vYmFy…', newPassword: 'correct horse battery staple' },
      response: { reset: true },
    },
  },
  async ({ app, deps, ctx, body }) => {
    // SYSTEM: the token is how we learn the tenant.
    const email = await systemEm(app.orm).transactional(async (em) => {
      const user = await redeemOneTimeToken(em, body.token, 'password_reset');
      assertNotAddress(body.newPassword, user);
      user.passwordHash = await hashPassword(body.newPassword);
      await endSessions(em, user.id, 'password_changed');
      await endOneTimeTokens(em, user.id);
      const auth = { tenantId: user.tenantId, actor: { kind: 'user' as const, id: user.id, name: user.email } };
      recordAudit(em, { ctx, auth }, { action: 'password.reset', targetType: 'user', targetId: user.id });
      return user.email;
    });
    // Trusted from this address: the reader of the account's mail is its user, however many strangers have guessed.
    await deps.limits.login.trust(ctx, email);
    return { reset: true as const };
  },
);
