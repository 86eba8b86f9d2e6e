import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Tenant } from '../../db/entities.ts';
import { Slug, slugOf } from '../../contract/tenants/slug.ts';
import { TimeZone } from '../../contract/tenants/timeZone.ts';
import { recordAudit } from '../routing/audit.ts';
import { invalidField } from '../http/input.ts';
import { NewEmail, PersonName } from '../http/fields.ts';
import { inviteUser, type Invited, type Inviter } from '../people/invite.ts';

export const TenantName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(100)
  .describe('As the assistant says it to callers');

export const NewTenant = z.object({
  name: TenantName,
  slug: Slug.optional().describe('Part of the webhook URLs, for good. Default: made of the name'),
  timeZone: TimeZone.default('America/Toronto'),
  owner: z.object({ email: NewEmail, name: PersonName }),
});

const slugFor = ({ name, slug = slugOf(name) }: z.output<typeof NewTenant>): string => {
  if (slug !== undefined) return slug;
  throw invalidField('body.slug', 'slug.missing');
};

/**
 * A new business, and the invitation of its owner.
 * @param em a `systemEm` within a transaction: the tenant does not exist yet.
 * @throws AppError `request.invalid`; UniqueConstraintViolationException for a known slug or address.
 */
export const createTenant = async (
  em: EntityManager,
  inviter: Inviter,
  wanted: z.output<typeof NewTenant>,
): Promise<Invited & { tenant: Tenant }> => {
  const { name, timeZone, owner } = wanted;
  const tenant = em.create(Tenant, { name, timeZone, slug: slugFor(wanted) });
  await em.persist(tenant).flush();
  const { id: tenantId, slug } = tenant;
  const entry = { tenantId, action: 'tenant.created', targetType: 'tenant', targetId: tenantId };
  recordAudit(em, inviter, { ...entry, after: { name, slug, timeZone } });
  return { tenant, ...(await inviteUser(em, inviter, { ...owner, tenantId, role: 'owner' })) };
};
