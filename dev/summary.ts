import type { Config } from '../src/config.ts';
import { demo } from './simulator/demo.ts';

export interface Shown {
  config: Config;
  /** Undefined where it is not ours: its password is nothing to print. */
  databaseUrl: string | undefined;
  temporalUiUrl: string | undefined;
  /** Undefined where mail leaves for real. */
  mailboxUrl: string | undefined;
  logDir: string;
}

/** What a person needs to know once everything runs. */
export const summary = ({ config, databaseUrl, temporalUiUrl, mailboxUrl, logDir }: Shown): string => {
  const site = `http://localhost:${config.http.port}`;
  const [user] = demo.users;
  const lines: [string, string | undefined][] = [
    ['Dashboard', `${site}/   (${user.email} / ${demo.password})`],
    ['API docs', `${site}/api-docs`],
    ['Temporal UI', temporalUiUrl],
    ['Mailbox', mailboxUrl],
    ['PostgreSQL', databaseUrl],
    ['Logs', logDir],
    ['Play a call', 'npm run simulate -- --help'],
    ['Stop', 'Ctrl-C'],
  ];
  const shown = lines.flatMap(([name, text]) => (text ? `  ${name.padEnd(13)}${text}` : []));
  return ['', 'The AI receptionist is running.', '', ...shown, ''].join('\n');
};
