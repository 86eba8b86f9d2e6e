import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CallbackPolicy, PaymentMethod, Service } from '../../domain/business/businessInfo.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';

const BusinessProfileSchema = defineEntity({
  name: 'BusinessProfile',
  tableName: 'business_info',
  ...tenantScoped,
  properties: {
    tenantId: p.uuid().primary(),
    address: p.text().strictNullable(),
    area: p.text().strictNullable(),
    services: p.json<Service[]>().defaultRaw(`'[]'`),
    paymentMethods: p.json<PaymentMethod[]>().defaultRaw(`'[]'`),
    callbacks: p.json<CallbackPolicy>(),
    /** The user who gets new work items; null: the tenant's owner. */
    assigneeId: p.uuid().strictNullable(),
    createdAt: createdMoment(),
    updatedAt: updatedMoment(),
  },
});

/** What a business says of itself to callers, and how soon it calls them back. No row: it has not said anything. */
export class BusinessProfile extends BusinessProfileSchema.class {}
BusinessProfileSchema.setClass(BusinessProfile);
