import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { explain } from '../../dev/failure.ts';
import { endLeftovers, startReaper } from '../../dev/records.ts';
import { startMail } from '../../dev/standins/mail.ts';
import { Checks } from './checks.ts';
import { credentials, fillIn } from './fillIn.ts';
import { installN8n } from './install.ts';
import { startOutside } from './outside.ts';
import { play } from './play.ts';
import { prepareN8n } from './server.ts';
import { createTalk } from './talk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const log = (line: string): void => void process.stdout.write(`${line}\n`);

const { values: options } = parseArgs({ options: { version: { type: 'string', default: '1.100.1' } } });

/** A real n8n imports the templates and gets signed events. @returns the exit code */
const tryTemplates = async (): Promise<number> => {
  const home = join(root, '.data', 'n8n');
  await endLeftovers(join(home, 'run'));
  startReaper(join(home, 'run'));
  const { version } = options;
  const executable = await installN8n(home, version, log);

  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const checks = new Checks(log);
  const outside = await startOutside();
  const mail = await startMail({ smtpPort: 0, mailboxPort: 0, log: () => undefined });
  try {
    const n8n = prepareN8n({ executable, version, home, outsideUrl: outside.url, secret, log });
    const template = (name: string) => join(root, 'n8n', 'workflows', `${name}.json`);
    const typed = ['booking', 'missed-call', 'transcript'].map((name) => fillIn(template(name), secret));
    const fromEnvironment = fillIn(template('all-in-one'), undefined);
    await n8n.import([...typed, fromEnvironment], credentials(Number(new URL(mail.smtpUrl).port)));
    for (const runners of [false, true]) {
      const service = await n8n.start(runners);
      const talk = createTalk(service.url, secret);
      try {
        const round = runners ? 'runner' : 'process';
        await play({ talk, round, secret, databaseFile: n8n.databaseFile, outside, mail, checks });
      } finally {
        await talk.close();
        await service.stop();
      }
    }
  } finally {
    await Promise.all([outside.stop(), mail.stop()]);
  }
  log(`${checks.passed} passed, ${checks.failed} failed`);
  return checks.failed === 0 ? 0 : 1;
};

try {
  process.exitCode = await tryTemplates();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
