import { z } from 'zod';
import { defineRoute } from '../routing/route.ts';
import { readLiveCalls, watcherLimits } from '../watching/liveCalls.ts';
import { streamLiveCalls } from './stream.ts';
import { exampleLiveCall, LiveCallsView, viewOf } from './view.ts';

const tags = ['Calls'];

export const listLiveCalls = defineRoute(
  {
    method: 'get',
    path: '/dashboard/calls/live',
    permission: 'calls:read',
    operationId: 'listLiveCalls',
    summary: 'List the calls that go on',
    description:
      'With whom the caller is and what was said last. `contact` is null without the permission `contacts:read`.',
    tags,
    response: LiveCallsView,
    examples: { response: { calls: [exampleLiveCall] } },
  },
  async ({ app, auth }) => {
    const calls = (await readLiveCalls(app.orm, auth.tenantId)).map(viewOf);
    const seesContacts = auth.permissions.includes('contacts:read');
    return { calls: seesContacts ? calls : calls.map((call) => ({ ...call, contact: null })) };
  },
);

export const followLiveCalls = defineRoute(
  {
    method: 'get',
    path: '/dashboard/calls/live/stream',
    permission: 'calls:read',
    operationId: 'followLiveCalls',
    summary: 'Follow the calls that go on',
    description: `Server-sent events. \`calls\` comes first, and is the answer of \`GET /dashboard/calls/live\`; then \`call\` for each call that is new or has changed, within a second and a half, and \`over\` with the \`id\` of one that is over. A comment every ten seconds shows that the connection holds. It ends when the token does; who connects again gets \`calls\` again. At most ${watcherLimits.perTenant} follow a tenant's calls at once in each process.`,
    tags,
    response: z.unknown(),
    contentType: 'text/event-stream',
    examples: { response: `event: calls\ndata: ${JSON.stringify({ calls: [exampleLiveCall] })}\n\n` },
  },
  ({ app, deps, ctx, auth }) => {
    ctx.type = 'text/event-stream';
    return streamLiveCalls({ app, deps, ctx, auth });
  },
);
