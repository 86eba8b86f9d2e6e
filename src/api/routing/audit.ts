import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from 'koa';
import { AuditEvent } from '../../db/entities.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Identity } from '../access/identity.ts';
import { originOf } from '../access/sessions.ts';

export interface AuditedRequest {
  /** Absent on the command line. */
  ctx?: Context;
  /** Absent where the operator acts. */
  auth?: { tenantId: TenantId; actor: Pick<Identity['actor'], 'kind' | 'id' | 'name'> } | undefined;
}

interface AuditEntry {
  /** Of whom, where it does not follow from who is asking. */
  tenantId?: TenantId;
  /** `resource.past_verb` */
  action: string;
  targetType: string;
  targetId: string;
  /** What changed, with secrets masked. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Notes who did what to what, from where, in the transaction of the change itself; the caller flushes. */
export const recordAudit = (em: EntityManager, { ctx, auth }: AuditedRequest, entry: AuditEntry): void => {
  const tenantId = entry.tenantId ?? auth?.tenantId;
  if (tenantId === undefined) throw new Error(`no tenant is known for ${entry.action}`);
  const actor = auth?.actor ?? { kind: 'operator' as const, id: null, name: null };
  const event = em.create(AuditEvent, {
    before: null,
    after: null,
    ...entry,
    tenantId,
    actor: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    ...(ctx ? originOf(ctx) : { address: null, userAgent: null }),
    requestId: ctx?.state.requestId ?? null,
  });
  em.persist(event);
};
