import { z } from 'zod';
import { uuidV7 } from '../../db/core/uuid.ts';
import type { NewEvent } from '../../contract/events/catalogue.ts';
import type { Carrier } from '../../domain/providers.ts';

const CarrierSettings = z.object({ phoneNumbers: z.array(z.string()) });

/** One event for each number that came or went when a carrier's settings were saved. @param before null: for the first time. */
export const numberEvents = (provider: Carrier, before: unknown, after: unknown): NewEvent[] => {
  const had = new Set(before === null ? [] : CarrierSettings.parse(before).phoneNumbers);
  const has = new Set(CarrierSettings.parse(after).phoneNumbers);
  const timestamp = new Date().toISOString();
  const happened =
    (eventType: 'number.added' | 'number.removed') =>
    (phoneNumber: string): NewEvent => ({
      eventId: `number:${uuidV7()}`,
      eventType,
      subject: { kind: 'number', id: phoneNumber },
      timestamp,
      data: { phoneNumber, provider },
    });
  return [
    ...[...had].filter((number) => !has.has(number)).map(happened('number.removed')),
    ...[...has].filter((number) => !had.has(number)).map(happened('number.added')),
  ];
};
