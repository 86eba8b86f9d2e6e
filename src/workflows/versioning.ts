import type { VersioningBehavior, WorkflowDefinitionOptions } from '@temporalio/common';
import { workflowInfo } from '@temporalio/workflow';

/** Temporal refuses the word from a worker without versions, which has a build id, but no deployment. */
const whereVersioned = (versioningBehavior: VersioningBehavior): WorkflowDefinitionOptions =>
  workflowInfo().currentDeploymentVersion?.deploymentName ? { versioningBehavior } : {};

/** Runs to its end on the code it began with: long, and its code may change as it likes. */
export const pinned = (): WorkflowDefinitionOptions => whereVersioned('PINNED');

/** Goes on with the current code, which must replay its history: short, or so long that it would keep old code for days. */
export const upgraded = (): WorkflowDefinitionOptions => whereVersioned('AUTO_UPGRADE');
