import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type Environment = Record<string, string>;

/** A process that ends when it is disposed of. */
export interface Child extends AsyncDisposable {
  process: ChildProcess;
  name: string;
  logFile: string;
}

const projectFolder = new URL('../..', import.meta.url);

/** Where each script's last run has its output. */
const logFolder = new URL('../results/logs/', import.meta.url);

/** Starts a Node script with exactly this environment (and PATH, HOME). */
export function startNode(script: URL, environment: Environment, signal?: AbortSignal): Child {
  mkdirSync(logFolder, { recursive: true });
  const name = script.pathname.split('/').slice(-3).join('/');
  const logFile = fileURLToPath(new URL(`${name.replaceAll('/', '-')}.log`, logFolder));
  const log = openSync(logFile, 'w');
  const child = fork(script, {
    cwd: projectFolder,
    env: {
      ...inherited(),
      NODE_ENV: 'production',
      ...environment,
    },
    stdio: ['ignore', log, log, 'ipc'],
    signal,
  });
  closeSync(log);
  // An abort arrives as an error too; waiting for the child shows its exit.
  child.on('error', () => undefined);
  return { process: child, name, logFile, [Symbol.asyncDispose]: () => stop(child) };
}

/** Runs a Node script to its end. @throws Error with what it wrote, if it failed. */
export async function runNode(
  script: URL,
  environment: Environment,
  args: string[],
  signal: AbortSignal,
): Promise<void> {
  const options = { cwd: projectFolder, env: { ...inherited(), ...environment }, signal, timeout: 120_000 };
  await promisify(execFile)(process.execPath, [fileURLToPath(script), ...args], options);
}

/** Resolves with the child's next message; rejects when it ends without one. */
export async function nextMessage<T>(child: Child, timeoutSeconds: number): Promise<T> {
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  const settled = new AbortController();
  const signal = AbortSignal.any([timeout, settled.signal]);
  const exit = once(child.process, 'exit', { signal }).then(([code, killer]) => {
    throw new Error(`${child.name} ended (${code ?? killer}); see ${child.logFile}`);
  });
  const message = once(child.process, 'message', { signal }).then(([value]) => value as T);
  try {
    return await Promise.race([message, exit]);
  } catch (error) {
    throw timeout.aborted
      ? new Error(`${child.name} said nothing for ${timeoutSeconds} s; see ${child.logFile}`)
      : error;
  } finally {
    settled.abort();
    await Promise.allSettled([message, exit]);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the child answers 2xx at `url`. */
export async function untilServing(
  child: Child,
  url: string,
  timeoutSeconds: number,
  signal: AbortSignal,
): Promise<void> {
  const isServing = async () => {
    const { exitCode, signalCode } = child.process;
    if (exitCode ?? signalCode)
      throw new Error(`${child.name} ended (${exitCode ?? signalCode}); see ${child.logFile}`);
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    return response?.ok ?? false;
  };
  await until(`${child.name} to answer; see ${child.logFile}`, timeoutSeconds, isServing, signal);
}

export async function until(
  what: string,
  timeoutSeconds: number,
  isDone: () => Promise<boolean>,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + timeoutSeconds * 1000;
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutSeconds} s for ${what}`);
    await delay(50, undefined, { signal });
  }
}

// By force: what it would still finish is thrown away with its round.
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

function inherited(): Environment {
  const { PATH = '', HOME = '', LANG = '' } = process.env;
  return { PATH, HOME, LANG };
}
