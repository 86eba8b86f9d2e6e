import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../../dev/ports.ts';
import { during, type Log } from '../../dev/progress.ts';
import { startService, type Service } from '../../dev/supervisor.ts';
import { run } from './install.ts';

interface N8nOptions {
  executable: string;
  version: string;
  /** n8n's data are in `data/` of it, emptied first. */
  home: string;
  outsideUrl: string;
  /** For the templates that take it from the environment. */
  secret: string;
  log: Log;
}

const redirect = fileURLToPath(new URL('redirect.cjs', import.meta.url));

/** One n8n with a data folder of its own, on loopback, which sends nothing about itself to its makers. */
export const prepareN8n = ({ executable, version, home, outsideUrl, secret, log }: N8nOptions) => {
  const dataDir = join(home, 'data');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const environment = {
    PATH: process.env['PATH'],
    HOME: dataDir,
    NODE_OPTIONS: `--require=${redirect}`,
    OUTSIDE_URL: outsideUrl,
    AI_RECEPTIONIST_SECRET: secret,
    // n8n 2 would not let the Code node read the secret otherwise.
    N8N_BLOCK_ENV_ACCESS_IN_NODE: 'false',
    N8N_USER_FOLDER: dataDir,
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_HOST: '127.0.0.1',
    N8N_SECURE_COOKIE: 'false',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_LOG_LEVEL: 'info',
    EXTERNAL_FRONTEND_HOOKS_URLS: '',
    GENERIC_TIMEZONE: 'America/Toronto',
  };
  const command = (...args: string[]) =>
    run(process.execPath, [executable, ...args], { cwd: dataDir, env: environment, home, timeoutSeconds: 180 });

  return {
    databaseFile: join(dataDir, '.n8n', 'database.sqlite'),

    /** As the guide has it, with n8n's own commands. */
    async import(workflows: { id: string }[], credentials: unknown[]): Promise<void> {
      const folder = join(dataDir, 'import');
      mkdirSync(folder);
      const credentialsFile = join(dataDir, 'credentials.json');
      writeFileSync(credentialsFile, JSON.stringify(credentials));
      for (const [index, workflow] of workflows.entries())
        writeFileSync(join(folder, `${index}.json`), JSON.stringify(workflow));
      await during(log, 'credentials imported', () => command('import:credentials', `--input=${credentialsFile}`));
      await during(log, `${workflows.length} templates imported`, () =>
        command('import:workflow', '--separate', `--input=${folder}`),
      );
      const activation = version.startsWith('1.')
        ? [['update:workflow', '--all', '--active=true']]
        : workflows.map(({ id }) => ['publish:workflow', `--id=${id}`]);
      await during(log, 'templates activated', async () => {
        for (const words of activation) await command(...words);
      });
    },

    /** @param runners whether Code nodes run in a process of their own (n8n 2) or in n8n's (n8n 1) */
    async start(runners: boolean): Promise<Service & { url: string }> {
      const [port = 0, brokerPort = 0] = await freePorts(2);
      const where = runners ? 'in a task runner' : "in n8n's process";
      const service = await during(log, `n8n started, Code nodes ${where}`, () =>
        startService({
          name: 'n8n',
          command: process.execPath,
          args: [executable, 'start'],
          cwd: dataDir,
          env: {
            ...environment,
            N8N_PORT: String(port),
            N8N_RUNNERS_ENABLED: String(runners),
            N8N_RUNNERS_BROKER_PORT: String(brokerPort),
          },
          logFile: join(home, 'logs', 'n8n.log'),
          runDir: join(home, 'run'),
          readyTimeoutSeconds: 180,
          isReady: (child) => child.output().includes('Editor is now accessible'),
          log,
        }),
      );
      return { ...service, url: `http://127.0.0.1:${port}` };
    },
  };
};
