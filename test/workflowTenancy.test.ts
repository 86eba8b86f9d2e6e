import { afterAll, beforeAll, expect, test } from 'vitest';
import { Call } from '../src/db/entities.ts';
import { tenantEm } from '../src/db/core/tenancy.ts';
import { callWorkflowId } from '../src/temporal/ids.ts';
import { callStateQuery } from '../src/temporal/messages.ts';
import { searchAttributes } from '../src/temporal/searchAttributes.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack(withoutAssistant)));
afterAll(() => stack.stop());

test('the same call id at two tenants is two calls: two workflows, two rows, nothing shared', async () => {
  const other = await stack.createTenant();
  const externalCallId = `CA${crypto.randomUUID()}`;
  const from = { [stack.tenant.id]: '+15145550142', [other.id]: '+15145550199' };
  const durations = { [stack.tenant.id]: 18, [other.id]: 19 };
  for (const { id, slug } of [stack.tenant, other]) {
    const fields = { ...completedCall(externalCallId), From: from[id] ?? '', CallDuration: String(durations[id]) };
    expect((await twilioForm(stack.baseUrl, `/webhooks/twilio/${slug}`, fields)).status).toBeLessThan(300);
  }
  for (const tenantId of [stack.tenant.id, other.id]) {
    const rows = await until('the call to close', async () => {
      const found = await tenantEm(stack.app.orm, tenantId).find(Call, { externalCallId });
      return found[0]?.closedAt ? found : null;
    });
    expect(rows.map((row) => [row.tenantId, row.from])).toEqual([[tenantId, from[tenantId]]]);

    const workflow = stack.app.temporal.workflow.getHandle(callWorkflowId({ tenantId, externalCallId }));
    const { typedSearchAttributes } = await workflow.describe();
    expect(typedSearchAttributes.get(searchAttributes.tenantId)).toBe(tenantId);
    expect(await workflow.query(callStateQuery)).toMatchObject({ durationSeconds: durations[tenantId] });
  }
});
