import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Tenant, User } from '../../db/entities.ts';
import { TimeZone } from '../../contract/tenants/timeZone.ts';
import { AppError, refusal } from '../../errors.ts';
import { recordAudit } from '../routing/audit.ts';
import { personOf } from '../access/identity.ts';
import { memberStatusOf } from '../people/members.ts';
import { verifyPassword } from '../access/passwords.ts';
import { TenantName } from './createTenant.ts';
import { defineRoute } from '../routing/route.ts';
import { CallRetentionMonths, exampleAccount, LogRetentionDays, TenantView } from '../people/accountView.ts';
import { Id } from '../http/fields.ts';
import { exampleMember, MemberView, presentMember } from '../people/memberView.ts';

const tags = ['Settings'];

const Changes = z.object({
  name: TenantName,
  timeZone: TimeZone,
  callRetentionMonths: CallRetentionMonths,
  logRetentionDays: LogRetentionDays,
});

const settingsOf = ({ name, timeZone, callRetentionMonths, logRetentionDays }: Tenant) => ({
  name,
  timeZone,
  callRetentionMonths,
  logRetentionDays,
});

export const changeTenant = defineRoute(
  {
    method: 'patch',
    writes: true,
    path: '/dashboard/tenant',
    permission: 'settings:write',
    operationId: 'changeTenant',
    summary: 'Change the tenant',
    description:
      'Days that were counted before the time zone changed stay as they were counted. A shorter retention deletes within the hour what it no longer covers, for good.',
    tags,
    body: Changes.partial(),
    response: TenantView,
    examples: { body: { name: exampleAccount.tenant.name }, response: exampleAccount.tenant },
  },
  async ({ deps, em, ctx, auth, body, afterCommit }) => {
    const tenant = await em.findOneOrFail(Tenant, auth.tenantId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const before = settingsOf(tenant);
    const after = { ...before, ...body };
    if (!isDeepStrictEqual(after, before)) {
      Object.assign(tenant, after);
      const entry = { action: 'tenant.changed', targetType: 'tenant', targetId: tenant.id };
      recordAudit(em, { ctx, auth }, { ...entry, before, after });
      afterCommit(() => deps.directory.refresh());
    }
    return tenant;
  },
);

const { user } = exampleAccount;
const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

export const transferOwnership = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/tenant/transfer',
    permission: 'ownership:transfer',
    operationId: 'transferOwnership',
    summary: 'Transfer ownership',
    description:
      'To an active user of the tenant. Needs your password once more. You become an admin, and only the new owner can undo it.',
    tags: ['Users'],
    body: z.object({ userId: Id, password: z.string().min(1).max(1024).describe('Your own password') }),
    response: z.object({ owner: MemberView, formerOwner: MemberView }),
    errors: ['auth.invalid_credentials', 'resource.not_found', 'resource.conflict', 'rate.limited'],
    examples: {
      body: { userId: exampleMember.id, password: 'demo123' },
      response: {
        owner: { ...exampleMember, role: 'owner' },
        formerOwner: { ...exampleMember, id: user.id, email: user.email, name: user.name, role: 'admin' },
      },
    },
  },
  async ({ deps, em, ctx, auth, body }) => {
    const { id, name: email } = personOf(auth);
    const attempt = await deps.limits.login.attempt(ctx, email);
    const { passwordHash } = await em.findOneOrFail(User, id);
    if (!(await verifyPassword(passwordHash, body.password))) throw new AppError('auth.invalid_credentials');
    await attempt.succeeded();

    // Of two transfers at the same time, the second finds that its owner is one no more.
    await em.findOneOrFail(Tenant, auth.tenantId, locked);
    const formerOwner = await em.findOneOrFail(User, id, locked);
    if (formerOwner.role !== 'owner') throw refusal('owner.no_longer');
    const owner = await em.findOneOrFail(User, body.userId, locked);
    if (owner === formerOwner) throw refusal('owner.already');
    const status = memberStatusOf(owner);
    if (status !== 'active') throw refusal('user.not_active', { status });

    formerOwner.role = 'admin';
    // At no moment two.
    await em.flush();
    owner.role = 'owner';
    const entry = { action: 'ownership.transferred', targetType: 'tenant', targetId: auth.tenantId };
    recordAudit(em, { ctx, auth }, { ...entry, before: { owner: email }, after: { owner: owner.email } });
    return { owner: presentMember(owner), formerOwner: presentMember(formerOwner) };
  },
);
