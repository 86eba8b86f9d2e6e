import { z } from 'zod';
import { TenantView } from '../people/accountView.ts';
import { Instant } from '../http/fields.ts';
import { exampleInvitation, exampleInvited, InvitationView, MemberView } from '../people/memberView.ts';
import { WebhookUrls, webhookUrlsOf } from '../webhooks/urls.ts';

/** As the operator sees it. */
export const TenantRecord = TenantView.extend({ createdAt: Instant }).meta({
  id: 'TenantRecord',
  description: 'A business on this installation',
});

export const TenantDetail = z.object({
  tenant: TenantRecord,
  owner: MemberView,
  webhookUrls: WebhookUrls,
});

export const CreatedTenant = TenantDetail.extend({ invitation: InvitationView.describe('Of the owner') });

const exampleTenantRecord = {
  id: '019b7c3e-0000-7000-8000-0000000000bb',
  slug: 'plomberie-roy',
  name: 'Plomberie Roy',
  timeZone: 'America/Toronto',
  callRetentionMonths: 12,
  logRetentionDays: 90,
  createdAt: '2026-01-15T10:30:00.000Z',
};

export const exampleNewTenant = {
  name: exampleTenantRecord.name,
  timeZone: exampleTenantRecord.timeZone,
  owner: { email: 'amelie@plomberie-roy.example', name: 'Amélie Roy' },
};

export const exampleTenant = {
  tenant: exampleTenantRecord,
  owner: { ...exampleInvited, ...exampleNewTenant.owner, role: 'owner' },
  webhookUrls: webhookUrlsOf('https://api.example.com', exampleTenantRecord.slug),
};

export const exampleCreatedTenant = { ...exampleTenant, invitation: exampleInvitation };
