import { uuidV7 } from '../../db/core/uuid.ts';
import type { NumberChanges } from '../../db/numbers/phoneNumbers.ts';
import type { NewEvent } from '../../contract/events/catalogue.ts';
import type { Carrier } from '../../domain/providers.ts';
import { fieldError } from '../../contract/problems/fieldErrors.ts';
import { withMessages } from '../http/input.ts';
import { AppError } from '../../errors.ts';

/** One event for each number that came or went. */
export const numberEvents = (provider: Carrier, { added, removed }: NumberChanges): NewEvent[] => {
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
  return [...removed.map(happened('number.removed')), ...added.map(happened('number.added'))];
};

/** Which of the numbers in the settings are taken, where that is what is wrong. */
export const namingFields = (error: unknown, { phoneNumbers }: Record<string, unknown>): unknown => {
  if (!(error instanceof AppError) || error.code !== 'number.taken' || !Array.isArray(phoneNumbers)) return error;
  const numbers = error.details?.['numbers'] as string[];
  const path = (number: string) => `body.phoneNumbers.${phoneNumbers.indexOf(number)}`;
  const errors = withMessages(numbers.map((number) => ({ path: path(number), ...fieldError('number.taken') })));
  return new AppError('number.taken', { detail: numbers.join(', '), params: { numbers }, errors }, { cause: error });
};
