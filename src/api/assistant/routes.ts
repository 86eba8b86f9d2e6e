import { TenantAssistant } from '../../db/entities.ts';
import { defineRoute } from '../routing/route.ts';
import { runSync } from './sync.ts';
import { AssistantView, exampleAssistant } from './view.ts';

const tags = ['Settings'];
const path = '/dashboard/assistant';

const none = { externalId: null, toolIds: {}, syncedAt: null, drift: [], duplicates: [] };

const viewOf = ({ externalId, ...rest }: Pick<TenantAssistant, keyof typeof none>) => ({
  ...rest,
  assistantId: externalId,
});

export const getAssistant = defineRoute(
  {
    method: 'get',
    path,
    permission: 'settings:read',
    operationId: 'getAssistant',
    summary: 'Get the assistant',
    description: 'Its ids at its vendor, when it was last written there, and what the vendor had otherwise afterwards.',
    tags,
    response: AssistantView,
    examples: { response: exampleAssistant },
  },
  async ({ em, auth }) => viewOf((await em.findOne(TenantAssistant, { tenantId: auth.tenantId })) ?? none),
);

export const syncAssistant = defineRoute(
  {
    method: 'post',
    writes: 'by itself',
    path: `${path}/sync`,
    permission: 'settings:write',
    operationId: 'syncAssistant',
    summary: 'Write the assistant to its vendor',
    description:
      'Creates or updates the assistant and its tools there, and reads back what the vendor has. An assistant that the settings name is taken over: what was set by hand in these fields is replaced. Repeating it changes nothing more. While one runs a second is refused.',
    tags,
    response: AssistantView,
    errors: ['assistant.not_configured', 'assistant.sync_running', 'provider.refused', 'provider.unreachable'],
    examples: { response: exampleAssistant },
  },
  async (request) => viewOf(await runSync(request)),
);
