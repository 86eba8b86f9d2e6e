import { finished } from 'node:stream/promises';
import { endLeftovers } from './records.ts';

const [runDir] = process.argv.slice(2);
if (!runDir) throw new Error('usage: reaper.ts RUN_DIR');

// Nothing is ever sent: the stream ends when the process that started us is gone, however it died.
await finished(process.stdin.resume());
await endLeftovers(runDir);
