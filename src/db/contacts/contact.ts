import { defineEntity, p } from '@mikro-orm/postgresql';
import { languages } from '../../domain/text/languages.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';
import { uuidV7 } from '../core/uuid.ts';

const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contacts',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'number'], name: 'contacts_number_unique' }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    /** E.164, as calls have it. */
    number: p.string().length(16),
    name: p.text(),
    language: p.enum(languages).strictNullable(),
    notes: p.text().default(''),
    createdAt: createdMoment(),
    updatedAt: updatedMoment(),
  },
});

/** A person or business that calls, or is called, from one number. */
export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact);
