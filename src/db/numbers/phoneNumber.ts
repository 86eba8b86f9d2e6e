import { defineEntity, p } from '@mikro-orm/postgresql';
import { phoneNumberStatuses, type NumberCapability } from '../../domain/numbers/phoneNumber.ts';
import { carriers } from '../../domain/providers.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';

const PhoneNumberSchema = defineEntity({
  name: 'PhoneNumber',
  tableName: 'phone_numbers',
  ...tenantScoped,
  indexes: [
    { properties: ['tenantId', 'carrier'], name: 'phone_numbers_by_carrier' },
    // An active number belongs to one tenant and one carrier.
    {
      name: 'phone_numbers_active',
      expression: `create unique index phone_numbers_active on phone_numbers (number) where status = 'active'`,
    },
  ],
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** E.164. */
    number: p.text(),
    carrier: p.enum(carriers),
    /** The carrier's id of it, such as `PN…`; null where the tenant has only given us the number. */
    providerId: p.text().strictNullable(),
    /** Null where the carrier was not asked. */
    capabilities: p.json<NumberCapability[]>().strictNullable(),
    /** What the tenant calls it. */
    label: p.text().strictNullable(),
    /** How its calls are answered; null: as all of the tenant's are. */
    plan: p.json<Record<string, unknown>>().strictNullable(),
    status: p.enum(phoneNumberStatuses).default('active'),
    createdAt: createdMoment(),
    /** By this the processes of the API notice it. */
    updatedAt: updatedMoment(),
  },
});

/** A phone number that we answer for a tenant, for as long as it has it. */
export class PhoneNumber extends PhoneNumberSchema.class {}
PhoneNumberSchema.setClass(PhoneNumber);
