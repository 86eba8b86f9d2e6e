import { z } from 'zod';
import { languages } from '../../domain/text/languages.ts';
import { Id, Instant } from '../http/fields.ts';

export const ContactView = z
  .object({
    id: Id,
    number: z.string().describe('E.164; one contact a number'),
    name: z.string(),
    language: z.enum(languages).nullable().describe('Null while it is not known'),
    notes: z.string(),
    callCount: z.int().describe('Calls from and to this number that are still kept'),
    lastCallAt: Instant.nullable().describe('When the last of them began'),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Contact', description: 'A person or business, known by phone number' });

/** As other views name one. */
export const ContactName = z
  .object({ id: Id, name: z.string() })
  .meta({ id: 'ContactName', description: 'The contact with this number' });

export const exampleContact = {
  id: '019b7c3e-0000-7000-8000-0000000000c0',
  number: '+15145551234',
  name: 'Josée Tremblay',
  language: 'fr',
  notes: 'Chauffe-eau au sous-sol. Sonner deux fois.',
  callCount: 3,
  lastCallAt: '2026-01-15T10:27:00.000Z',
  createdAt: '2026-01-10T14:00:00.000Z',
  updatedAt: '2026-01-10T14:00:00.000Z',
};
