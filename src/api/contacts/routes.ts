import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { homeCountry, inE164 } from '../../contract/calls/phoneNumber.ts';
import { countCalls } from '../../db/contacts/queries.ts';
import { Contact } from '../../db/entities.ts';
import { languages } from '../../domain/text/languages.ts';
import { ById, listOf } from '../http/fields.ts';
import { checkIfMatch } from '../http/ifMatch.ts';
import { recordAudit } from '../routing/audit.ts';
import { contains, searchIn } from '../routing/contains.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { ContactView, exampleContact } from './view.ts';

const tags = ['Contacts'];

const PhoneNumber = inE164(z.string().trim(), homeCountry).describe(
  'E.164, or as people write it: `514 555-1234` is `+15145551234`, since a number without a country code is read as Canadian',
);
const Name = z.string().normalize('NFC').trim().min(1).max(100);
const Language = z.enum(languages).nullable().describe('Null while it is not known');
const Notes = z.string().normalize('NFC').trim().max(5_000);

const { number, name, language, notes } = exampleContact;

const present = async (em: EntityManager, contacts: Contact[]) => {
  const callsOf = await countCalls(
    em,
    contacts.map((contact) => contact.number),
  );
  return contacts.map((contact) => {
    const { count, lastAt } = callsOf(contact.number);
    return Object.assign({}, contact, { callCount: count, lastCallAt: lastAt });
  });
};

const presentOne = async (em: EntityManager, contact: Contact) => (await present(em, [contact]))[0]!;

export const [listContacts, exportContacts] = defineList(
  {
    path: '/dashboard/contacts',
    permission: 'contacts:read',
    plural: 'contacts',
    operations: ['listContacts', 'exportContacts'],
    description: 'Sorted by name.',
    tags,
    filters: {
      language: listOf(languages, 'Language of the contact'),
      search: searchIn('a name, number or note'),
    },
    view: ContactView,
    sorts: ['name', 'createdAt', 'updatedAt'],
    defaultSort: 'name',
    example: exampleContact,
  },
  {
    entity: Contact,
    where: ({ query: { language: languages = [], search } }) => [
      ...(languages.length > 0 ? [{ language: { $in: languages } }] : []),
      ...(search === undefined ? [] : [contains<Contact>(['name', 'number', 'notes'], search)]),
    ],
    present: (contacts, em) => present(em, contacts),
  },
);

export const getContact = defineRoute(
  {
    method: 'get',
    path: '/dashboard/contacts/:id',
    permission: 'contacts:read',
    operationId: 'getContact',
    summary: 'Get a contact',
    tags,
    params: ById,
    response: ContactView,
    errors: ['resource.not_found'],
    examples: { response: exampleContact },
  },
  async ({ em, params }) => presentOne(em, await em.findOneOrFail(Contact, params.id)),
);

export const createContact = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/contacts',
    permission: 'contacts:write',
    operationId: 'createContact',
    summary: 'Create a contact',
    description: 'Calls from and to the number show its name from now on, earlier ones too.',
    tags,
    status: 201,
    body: z.object({ number: PhoneNumber, name: Name, language: Language.default(null), notes: Notes.default('') }),
    response: ContactView,
    errors: ['contact.number_taken'],
    examples: { body: { number, name, language, notes }, response: exampleContact },
  },
  async ({ em, ctx, auth, body }) => {
    const contact = em.create(Contact, { tenantId: auth.tenantId, ...body });
    await em.persist(contact).flush();
    // The audit log is never erased, so it gets none of what is known about the contact.
    recordAudit(em, { ctx, auth }, { action: 'contact.created', targetType: 'contact', targetId: contact.id });
    return presentOne(em, contact);
  },
);

export const changeContact = defineRoute(
  {
    method: 'patch',
    writes: true,
    path: '/dashboard/contacts/:id',
    permission: 'contacts:write',
    operationId: 'changeContact',
    summary: 'Change a contact',
    description: 'The audit log names the fields that changed, not what they hold.',
    tags,
    params: ById,
    body: z.object({
      number: PhoneNumber.exactOptional(),
      name: Name.exactOptional(),
      language: Language.exactOptional(),
      notes: Notes.exactOptional(),
    }),
    response: ContactView,
    errors: ['resource.not_found', 'resource.changed', 'contact.number_taken'],
    examples: { body: { notes }, response: exampleContact },
  },
  async ({ em, ctx, auth, params, body }) => {
    const contact = await em.findOneOrFail(Contact, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    checkIfMatch(ctx, ContactView.parse(await presentOne(em, contact)));
    const before = new Map<string, unknown>(Object.entries(contact));
    const fields = Object.entries(body).flatMap(([field, value]) => (before.get(field) === value ? [] : [field]));
    em.assign(contact, body);
    await em.flush();
    const entry = { action: 'contact.changed', targetType: 'contact', targetId: contact.id };
    if (fields.length > 0) recordAudit(em, { ctx, auth }, { ...entry, after: { fields } });
    return presentOne(em, contact);
  },
);

export const deleteContact = defineRoute(
  {
    method: 'delete',
    writes: true,
    path: '/dashboard/contacts/:id',
    permission: 'contacts:write',
    operationId: 'deleteContact',
    summary: 'Delete a contact',
    description: 'For good. Its calls stay for as long as calls are kept.',
    tags,
    status: 204,
    params: ById,
    response: z.void(),
    errors: ['resource.not_found'],
  },
  async ({ em, ctx, auth, params }) => {
    const contact = await em.findOneOrFail(Contact, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    recordAudit(em, { ctx, auth }, { action: 'contact.deleted', targetType: 'contact', targetId: contact.id });
    em.remove(contact);
  },
);
