import { LockMode, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { ApiKey, User } from '../../db/entities.ts';
import { endOneTimeTokens } from '../../db/people/oneTimeTokens.ts';
import { roles } from '../../domain/people/permissions.ts';
import { recordAudit, type AuditedRequest } from '../routing/audit.ts';
import { contains, searchIn } from '../routing/contains.ts';
import { assertMayGrant, assertMayManage, memberStatuses, type MemberStatus } from './members.ts';
import { endSessions } from '../access/sessions.ts';
import { inviteAgain, inviteUser } from './invite.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { ById, listOf, NewEmail, PersonName } from '../http/fields.ts';
import {
  exampleInvitation,
  exampleInvited,
  exampleMember,
  InvitationView,
  MemberView,
  presentMember,
} from './memberView.ts';

const tags = ['Users'];

const InvitedView = z.object({ user: MemberView, invitation: InvitationView });
const exampleAnswer = { user: exampleInvited, invitation: exampleInvitation };

const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

const withStatus: Record<MemberStatus, FilterQuery<User>> = {
  invited: { deactivatedAt: null, passwordHash: null },
  active: { deactivatedAt: null, passwordHash: { $ne: null } },
  deactivated: { deactivatedAt: { $ne: null } },
};

export const [listUsers, exportUsers] = defineList(
  {
    path: '/dashboard/users',
    permission: 'users:read',
    plural: 'users',
    operations: ['listUsers', 'exportUsers'],
    tags,
    filters: {
      role: listOf(roles, 'Role of the user'),
      status: listOf(memberStatuses, 'Whether they can sign in'),
      search: searchIn('a name or an e-mail address'),
    },
    view: MemberView,
    sorts: ['createdAt', 'name', 'email', 'lastLoginAt'],
    defaultSort: '-createdAt',
    example: exampleMember,
  },
  {
    entity: User,
    where: ({ query: { role = [], status = [], search } }) => [
      ...(role.length > 0 ? [{ role: { $in: role } }] : []),
      ...(status.length > 0 ? [{ $or: status.map((word) => withStatus[word]) }] : []),
      ...(search === undefined ? [] : [contains<User>(['name', 'email'], search)]),
    ],
    present: (users) => users.map(presentMember),
  },
);

export const getUser = defineRoute(
  {
    method: 'get',
    path: '/dashboard/users/:id',
    permission: 'users:read',
    operationId: 'getUser',
    summary: 'Get a user',
    tags,
    params: ById,
    response: MemberView,
    errors: ['resource.not_found'],
    examples: { response: exampleMember },
  },
  async ({ em, params }) => presentMember(await em.findOneOrFail(User, params.id)),
);

export const postUser = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/users',
    permission: 'users:write',
    operationId: 'inviteUser',
    summary: 'Invite a user',
    description: 'The role may permit no more than yours. The invitation is good for seven days; pass it on.',
    tags,
    status: 201,
    body: z.object({ email: NewEmail, name: PersonName, role: z.enum(roles) }),
    response: InvitedView,
    errors: ['user.email_taken'],
    examples: {
      body: { email: exampleMember.email, name: exampleMember.name, role: 'dispatcher' },
      response: exampleAnswer,
    },
  },
  async ({ app, em, ctx, auth, body }) => {
    assertMayGrant(auth, body.role);
    const inviter = { ctx, auth, publicUrl: app.config.http.publicUrl };
    const { user, invitation } = await inviteUser(em, inviter, { ...body, tenantId: auth.tenantId });
    return { user: presentMember(user), invitation };
  },
);

export const inviteUserAgain = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/users/:id/invitation',
    permission: 'users:write',
    operationId: 'inviteUserAgain',
    summary: 'Invite a user again',
    description: 'For an invitation that was lost or has expired. The earlier link ends.',
    tags,
    status: 201,
    params: ById,
    response: InvitedView,
    errors: ['resource.not_found', 'resource.conflict', 'user.owner_protected'],
    examples: { response: exampleAnswer },
  },
  async ({ app, em, ctx, auth, params }) => {
    const invitee = await em.findOneOrFail(User, params.id, locked);
    assertMayManage(auth, invitee);
    const inviter = { ctx, auth, publicUrl: app.config.http.publicUrl };
    const { user, invitation } = await inviteAgain(em, inviter, invitee);
    return { user: presentMember(user), invitation };
  },
);

const deactivate = async (em: EntityManager, by: AuditedRequest, user: User): Promise<void> => {
  const now = new Date();
  user.deactivatedAt = now;
  await endSessions(em, user.id, 'deactivated');
  await endOneTimeTokens(em, user.id);
  // They belong to the tenant, and its programs go on; a reader of the log may decide otherwise.
  const alive = { createdBy: user.id, revokedAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
  const apiKeysKept = (await em.find(ApiKey, alive)).map(({ name, prefix }) => ({ name, prefix }));
  const entry = { action: 'user.deactivated', targetType: 'user', targetId: user.id };
  recordAudit(em, by, { ...entry, before: { email: user.email, role: user.role }, after: { apiKeysKept } });
};

export const patchUser = defineRoute(
  {
    method: 'patch',
    writes: true,
    path: '/dashboard/users/:id',
    permission: 'users:write',
    operationId: 'changeUser',
    summary: 'Change a user',
    description:
      'Takes effect at once: a deactivated user is signed out everywhere. API keys that they made belong to the tenant and go on; revoke those that they may have kept. Users cannot change their own role, nor that of a user who may do more.',
    tags,
    params: ById,
    body: z
      .object({
        name: PersonName,
        role: z.enum(roles),
        active: z.boolean().describe('False deactivates them, true lets them in again'),
      })
      .partial(),
    response: MemberView,
    errors: ['resource.not_found', 'user.owner_protected'],
    examples: { body: { role: 'viewer' }, response: { ...exampleMember, role: 'viewer' } },
  },
  async ({ em, ctx, auth, params, body }) => {
    const user = await em.findOneOrFail(User, params.id, locked);
    const { name, role } = user;
    const isActive = user.deactivatedAt === null;
    const changes = {
      name: body.name !== undefined && body.name !== name,
      role: body.role !== undefined && body.role !== role,
      active: body.active !== undefined && body.active !== isActive,
    };
    // Their own name is all that people may change of themselves here.
    if (changes.role || changes.active || user.id !== auth.actor.id) assertMayManage(auth, user);

    const by = { ctx, auth };
    const entry = { targetType: 'user', targetId: user.id };
    if (body.name !== undefined && changes.name) {
      user.name = body.name;
      recordAudit(em, by, { ...entry, action: 'user.renamed', before: { name }, after: { name: body.name } });
    }
    if (body.role !== undefined && changes.role) {
      assertMayGrant(auth, body.role);
      user.role = body.role;
      recordAudit(em, by, { ...entry, action: 'user.role_changed', before: { role }, after: { role: body.role } });
    }
    if (changes.active && isActive) await deactivate(em, by, user);
    if (changes.active && !isActive) {
      user.deactivatedAt = null;
      recordAudit(em, by, { ...entry, action: 'user.reactivated', after: { email: user.email, role: user.role } });
    }
    return presentMember(user);
  },
);
