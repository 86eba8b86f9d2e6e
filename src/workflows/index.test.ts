import { expect, test } from 'vitest';
import * as workflows from './index.ts';
import { pinned, upgraded } from './versioning.ts';

test.each(Object.entries(workflows))('%s says what new code means for its open runs', (name, workflow) => {
  const options = 'workflowDefinitionOptions' in workflow && workflow.workflowDefinitionOptions;
  expect(options).toBe(name === 'callWorkflow' ? pinned : upgraded);
});
