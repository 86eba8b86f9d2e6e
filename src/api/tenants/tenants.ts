import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Tenant, User } from '../../db/entities.ts';
import { contains, searchIn } from '../routing/contains.ts';
import { createTenant, NewTenant } from './createTenant.ts';
import { inviteAgain } from '../people/invite.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { ById } from '../http/fields.ts';
import { exampleInvitation, exampleInvited, InvitationView, MemberView, presentMember } from '../people/memberView.ts';
import {
  CreatedTenant,
  exampleCreatedTenant,
  exampleNewTenant,
  exampleTenant,
  TenantDetail,
  TenantRecord,
} from './tenantView.ts';
import { webhookUrlsOf } from '../webhooks/urls.ts';

const tags = ['Tenants'];

export const postTenant = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/tenants',
    permission: 'operator',
    operationId: 'createTenant',
    summary: 'Create a tenant',
    description:
      'Answers with the invitation of its owner, who signs in, saves the settings of the providers, and pastes the webhook URLs there.',
    tags,
    status: 201,
    body: NewTenant,
    response: CreatedTenant,
    errors: ['tenant.slug_taken', 'user.email_taken'],
    examples: { body: exampleNewTenant, response: exampleCreatedTenant },
  },
  async ({ app, deps, em, ctx, body, afterCommit }) => {
    const { publicUrl } = app.config.http;
    const { tenant, user, invitation } = await createTenant(em, { ctx, publicUrl }, body);
    afterCommit(() => deps.directory.refresh());
    return { tenant, owner: presentMember(user), webhookUrls: webhookUrlsOf(publicUrl, tenant.slug), invitation };
  },
);

export const [listTenants, exportTenants] = defineList(
  {
    path: '/tenants',
    permission: 'operator',
    plural: 'tenants',
    operations: ['listTenants', 'exportTenants'],
    tags,
    filters: { search: searchIn('a slug or a name') },
    view: TenantRecord,
    sorts: ['createdAt', 'slug', 'name'],
    defaultSort: '-createdAt',
    example: exampleTenant.tenant,
  },
  {
    entity: Tenant,
    where: ({ query: { search } }) => (search === undefined ? [] : [contains<Tenant>(['slug', 'name'], search)]),
  },
);

export const getTenant = defineRoute(
  {
    method: 'get',
    path: '/tenants/:id',
    permission: 'operator',
    operationId: 'getTenant',
    summary: 'Get a tenant',
    tags,
    params: ById,
    response: TenantDetail,
    errors: ['resource.not_found'],
    examples: { response: exampleTenant },
  },
  async ({ app, em, params }) => {
    const tenant = await em.findOneOrFail(Tenant, params.id);
    const owner = await em.findOneOrFail(User, { tenantId: tenant.id, role: 'owner' });
    const webhookUrls = webhookUrlsOf(app.config.http.publicUrl, tenant.slug);
    return { tenant, owner: presentMember(owner), webhookUrls };
  },
);

export const inviteOwnerAgain = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/tenants/:id/invitation',
    permission: 'operator',
    operationId: 'inviteOwnerAgain',
    summary: 'Invite the owner again',
    description: 'For an invitation that was lost or has expired. The earlier link ends.',
    tags,
    status: 201,
    params: ById,
    response: z.object({ owner: MemberView, invitation: InvitationView }),
    errors: ['resource.not_found', 'resource.conflict'],
    examples: { response: { owner: { ...exampleInvited, role: 'owner' }, invitation: exampleInvitation } },
  },
  async ({ app, em, ctx, params }) => {
    const owner = await em.findOneOrFail(
      User,
      { tenantId: params.id, role: 'owner' },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const { user, invitation } = await inviteAgain(em, { ctx, publicUrl: app.config.http.publicUrl }, owner);
    return { owner: presentMember(user), invitation };
  },
);
