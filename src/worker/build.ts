import { mkdir, writeFile } from 'node:fs/promises';
import { bundleCode } from './bundles.ts';

/** `npm run build:workflows`: bundles the workflow code once; WORKFLOW_BUNDLE names it for a production start. */
await mkdir('dist', { recursive: true });
await writeFile('dist/workflows.cjs', await bundleCode());
