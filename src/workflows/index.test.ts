import { expect, test } from 'vitest';
import * as workflows from './index.ts';

test.each(Object.entries(workflows))('%s says what new code means for its open runs', (name, workflow) => {
  const versioningBehavior = name === 'callWorkflow' ? 'PINNED' : 'AUTO_UPGRADE';
  expect(workflow).toHaveProperty('workflowDefinitionOptions.versioningBehavior', versioningBehavior);
});
