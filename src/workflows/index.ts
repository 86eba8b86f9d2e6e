import { setWorkflowOptions, type Workflow } from '@temporalio/workflow';
import * as workflows from './all.ts';
import { pinned, upgraded } from './versioning.ts';

const all: Workflow[] = Object.values(workflows);
for (const workflow of all) setWorkflowOptions(workflow === workflows.callWorkflow ? pinned : upgraded, workflow);

export * from './all.ts';
