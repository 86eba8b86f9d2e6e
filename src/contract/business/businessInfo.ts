import { z } from 'zod';
import { because, matching } from '../problems/fieldErrors.ts';
import { paymentMethods } from '../../domain/business/businessInfo.ts';

/** One line: assistants take no more. */
const line = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .overwrite((text) => text.replaceAll(/\s+/g, ' '))
    .trim()
    .min(1)
    .max(max);

const Cents = z.int().min(0).max(100_000_000);

const PriceRangeFields = z
  .object({ fromCents: Cents, toCents: Cents })
  .refine(({ fromCents, toCents }) => fromCents <= toCents, because('range.reversed'))
  .describe('Canadian cents, without taxes; assistants name no other price');

const ServiceFields = z.object({
  name: z.object({ fr: line(100), en: line(100) }),
  price: PriceRangeFields.nullable().describe('Null: assistants name none'),
});

const Clock = matching(z.string(), /^(?:[01]\d|2[0-3]):[0-5]\d$/, 'field.wrong_format', { example: '08:00' });

const CallbackPolicyFields = z
  .object({
    days: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO weekdays: 1 is Monday'),
    from: Clock,
    until: Clock,
    withinMinutes: z.int().min(15).max(10_000).describe('Counted within these hours'),
    emergencyWithinMinutes: z
      .int()
      .min(5)
      .max(1_440)
      .nullable()
      .describe('Day and night; null: emergencies are promised no more than the hours above'),
  })
  .refine(({ from, until }) => from < until, because('range.reversed'))
  .describe('By when callers are promised an answer');

export const BusinessFields = z.object({
  address: line(200).nullable(),
  area: line(300).nullable().describe('Where the business works'),
  services: z.array(ServiceFields).max(50),
  paymentMethods: z.array(z.enum(paymentMethods)).max(paymentMethods.length),
  callbacks: CallbackPolicyFields,
  assigneeId: z.guid().nullable().describe("The user who gets new work items; null: the tenant's owner"),
});
