import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundleCode } from './bundler.ts';

/** `npm run build:workflows`: bundles the workflow code once; WORKFLOW_BUNDLE names it for a production start. */
const [, , file = 'dist/workflows.cjs'] = process.argv;
await mkdir(dirname(file), { recursive: true });
await writeFile(file, await bundleCode());
