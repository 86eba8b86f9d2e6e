import { isDeepStrictEqual } from 'node:util';
import { BusinessFields } from '../../contract/business/businessInfo.ts';
import { businessSettingsOf, type BusinessSettings } from '../../db/business/queries.ts';
import { BusinessProfile } from '../../db/entities.ts';
import { usualCallbacks } from '../../domain/business/businessInfo.ts';
import { assertActive } from '../people/members.ts';
import { recordAudit } from '../routing/audit.ts';
import { defineRoute } from '../routing/route.ts';

const tags = ['Settings'];

const BusinessView = BusinessFields.meta({
  id: 'Business',
  description: 'What assistants may say of the business, and by when it answers callers',
});

const example: BusinessSettings = {
  address: '4025, rue Saint-Denis, Montréal',
  area: 'Montréal, Laval et Longueuil',
  services: [
    { name: { fr: 'débouchage', en: 'drain cleaning' }, price: { fromCents: 15_000, toCents: 25_000 } },
    { name: { fr: 'chauffe-eau', en: 'water heaters' }, price: null },
  ],
  paymentMethods: ['credit_card', 'e_transfer'],
  callbacks: usualCallbacks,
  assigneeId: null,
};

const settingsOf = ({ address, area, services, paymentMethods, callbacks, assigneeId }: BusinessSettings) => ({
  address,
  area,
  services,
  paymentMethods,
  callbacks,
  assigneeId,
});

export const getBusiness = defineRoute(
  {
    method: 'get',
    path: '/dashboard/business',
    permission: 'settings:read',
    operationId: 'getBusiness',
    summary: 'Get what is said of the business',
    description: 'What was never saved is empty: assistants then say that the business has not said it.',
    tags,
    response: BusinessView,
    examples: { response: example },
  },
  async ({ em }) => settingsOf(await businessSettingsOf(em)),
);

export const saveBusiness = defineRoute(
  {
    method: 'put',
    writes: true,
    path: '/dashboard/business',
    permission: 'settings:write',
    operationId: 'saveBusiness',
    summary: 'Save what is said of the business',
    description: 'Assistants name no price but those given here. What was promised before keeps its time.',
    tags,
    body: BusinessFields,
    response: BusinessView,
    examples: { body: example, response: example },
  },
  async ({ em, ctx, auth, body }) => {
    await assertActive(em, body.assigneeId, 'body.assigneeId');
    const before = settingsOf(await businessSettingsOf(em));
    await em.upsert(BusinessProfile, { tenantId: auth.tenantId, ...body, updatedAt: new Date() });
    if (!isDeepStrictEqual(before, body)) {
      const entry = { action: 'business.changed', targetType: 'business', targetId: auth.tenantId };
      recordAudit(em, { ctx, auth }, { ...entry, before, after: body });
    }
    return body;
  },
);
