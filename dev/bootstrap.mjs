// Runs a command after making sure that the dependencies are installed: `node dev/bootstrap.mjs vitest run`.
// Plain JavaScript without dependencies, for the Node 20 or newer that the machine has. The command itself gets the
// Node of the `node` package, first on its PATH.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const isWindows = process.platform === 'win32';
/** The oldest Node that runs TypeScript by itself and that our dependencies accept. */
const oldestNode = [22, 19];

const print = (text) => process.stderr.write(`${text}\n`);

const readLock = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Compares what npm installed with what the lock file asks for. Not by the files' times: a fresh clone or a change of
 * branch gives every file a new one.
 */
const isInstalled = () => {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!installed || !wanted) return Boolean(installed);
  const isSame = ([path, { version }]) => wanted[path]?.version === version;
  // Packages for other platforms are in the lock file and stay out of node_modules.
  const isThere = ([path, { optional }]) => path === '' || optional || path in installed;
  return Object.entries(installed).every(isSame) && Object.entries(wanted).every(isThere);
};

const pathWith = (first) => {
  const others = (process.env.PATH ?? '').split(delimiter).filter((folder) => resolve(folder) !== bin);
  return [...(first ? [first] : []), ...others].join(delimiter);
};

/** Resolves with the exit code; passes on the signals that ask us to end. */
const run = (command, args, path) =>
  new Promise((done) => {
    const child = spawn(command, args, {
      cwd: process.cwd(),
      stdio: 'inherit',
      shell: isWindows,
      env: { ...process.env, PATH: path },
    });
    const pending = new Set();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        // The terminal has sent Ctrl-C to the child as well.
        const isDelivered = signal === 'SIGINT' && process.stdin.isTTY;
        if (isDelivered || pending.has(signal)) return;
        pending.add(signal);
        // A signal to a whole process group reaches the child, npm and us, and npm passes it on to us again: a
        // child that has already gone by then is left alone, and any other is signalled once.
        setTimeout(() => {
          pending.delete(signal);
          child.kill(signal);
        }, 200);
      });
    }
    // npm's shell may die of a signal that it keeps to itself; then we must stop by ourselves.
    const { ppid } = process;
    const orphaned = setInterval(() => {
      if (process.ppid === ppid) return;
      clearInterval(orphaned);
      child.kill('SIGTERM');
    }, 500);
    if (!process.env.npm_lifecycle_event) clearInterval(orphaned);
    child.once('error', (error) => {
      print(`${command} cannot be run: ${error.message}`);
      done(127);
    });
    child.once('exit', (code, signal) => {
      clearInterval(orphaned);
      done(signal ? 128 + constants.signals[signal] : code);
    });
  });

const install = async () => {
  print('Installing dependencies (npm ci) …');
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  // On a terminal npm shows by itself that it is busy.
  const notice = () => process.stderr.isTTY || print(`  … still installing (${seconds()} s)`);
  const timer = setInterval(notice, 10_000);
  // Not with a Node from node_modules, which npm is about to replace.
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', ['ci', ...flags], pathWith());
  clearInterval(timer);
  if (code === 0) print(`Installed in ${seconds()} s.`);
  return code;
};

const hasUsableNode = () => {
  const { stdout } = spawnSync('node', ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: pathWith(bin) },
  });
  const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
};

const main = async ([command, ...args]) => {
  if (!command) {
    print('usage: node dev/bootstrap.mjs COMMAND [ARGUMENT …]');
    return 2;
  }
  if (!isInstalled()) {
    process.chdir(root);
    const code = await install();
    if (code !== 0) return code;
  }
  if (!hasUsableNode()) {
    print(
      existsSync(join(bin, 'node'))
        ? `Node ${oldestNode.join('.')} or newer is needed, and the one in node_modules does not run: delete node_modules and start again.`
        : `Node ${oldestNode.join('.')} or newer is needed. npm did not run the install script of the "node" package; allow it with: npm rebuild --ignore-scripts=false`,
    );
    return 1;
  }
  return run(command, args, pathWith(bin));
};

process.exitCode = await main(process.argv.slice(2));
