import { readFileSync, writeFileSync } from 'node:fs';
import { templates } from './templates/index.ts';

/** `--check`: writes nothing, and fails when a file is not what it would write. */
const isCheck = process.argv.includes('--check');

const read = (file: URL): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

for (const [name, workflow] of Object.entries(templates)) {
  const file = new URL(`workflows/${name}.json`, import.meta.url);
  const text = `${JSON.stringify(workflow, null, 2)}\n`;
  if (!isCheck) writeFileSync(file, text);
  else if (read(file) !== text) {
    process.stderr.write(`n8n/workflows/${name}.json is not what n8n/build.ts writes; run it and commit the file.\n`);
    process.exitCode = 1;
  }
}
