import { z } from 'zod';
import type { Tenant, User } from '../../db/entities.ts';
import { permissions, permissionsOf, roles } from '../../domain/people/permissions.ts';
import { retentionLimits } from '../../domain/tenants/retention.ts';
import { Id } from '../http/fields.ts';

const { callMonths, logDays } = retentionLimits;

export const CallRetentionMonths = z
  .int()
  .min(callMonths.least)
  .max(callMonths.most)
  .describe('How long calls are kept, with their transcripts and all that belongs to them');

export const LogRetentionDays = z
  .int()
  .min(logDays.least)
  .max(logDays.most)
  .describe('How long webhooks, events, deliveries and attempts are kept; they are gone a week later at the latest');

/** As signed-in users see themselves. */
const UserView = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    permissions: z.array(z.enum(permissions)),
  })
  .meta({ id: 'User' });

export const TenantView = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    timeZone: z.string().describe('IANA name'),
    callRetentionMonths: CallRetentionMonths,
    logRetentionDays: LogRetentionDays,
  })
  .meta({ id: 'Tenant' });

export const Account = z.object({ user: UserView, tenant: TenantView });

export const presentAccount = (user: User, tenant: Tenant) => ({
  user: Object.assign({ permissions: [...permissionsOf(user.role)] }, user),
  tenant,
});

export const exampleAccount = {
  user: {
    id: '019b7c3e-0000-7000-8000-0000000000aa',
    email: 'owner@demohvac.com',
    name: 'Demo Owner',
    role: 'viewer' as const,
    permissions: [...permissionsOf('viewer')],
  },
  tenant: {
    id: '019b7c3e-0000-7000-8000-0000000000bb',
    slug: 'demo-hvac',
    name: 'Demo HVAC',
    timeZone: 'America/Toronto',
    callRetentionMonths: retentionLimits.callMonths.usual,
    logRetentionDays: retentionLimits.logDays.usual,
  },
};
