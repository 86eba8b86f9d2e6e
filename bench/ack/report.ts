import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { spread, type Spread } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import { contestants } from './contestants.ts';
import type { Options } from './options.ts';
import type { Round } from './rounds.ts';

export interface Results {
  machine: string;
  options: Options;
  /** Requests a second of the open loop. */
  rate: number;
  storm: Round[];
  latency: Round[];
}

export function roundLine(round: Round): string {
  const { latencyMilliseconds: latency, refused, unknown } = round;
  const trouble =
    unknown > 0 || Object.keys(refused).length > 0 ? `  REFUSED ${JSON.stringify(refused)} UNKNOWN ${unknown}` : '';
  return [
    `round ${round.round}`.padEnd(9),
    round.contestant.padEnd(18),
    `${thousands(round.acknowledgedPerSecond)}/s`.padStart(9),
    `p50 ${milliseconds(latency.p50)} p99 ${milliseconds(latency.p99)}`,
    `server ${Math.round(round.serverCpuMicroseconds)} µs each`,
    `stored ${round.stored} of ${round.acknowledged} acknowledged`,
    `generator ${Math.round(round.generatorCpu * 100)}%, late ${milliseconds(round.latenessMilliseconds)}${trouble}`,
  ].join('  ');
}

export function stormTable(rounds: Round[]): string {
  return compare(['acknowledged/s', 'range'], rounds, ({ acknowledgedPerSecond }) => acknowledgedPerSecond, thousands);
}

export function latencyTable(rounds: Round[], rate: number): string {
  return compare([`p99 at ${thousands(rate)}/s`, 'range'], rounds, p99, milliseconds);
}

const p99 = ({ latencyMilliseconds }: Round) => latencyMilliseconds.p99;

/** One line a contestant; ratios are of the same round, so that drift cancels out. */
function compare(
  head: string[],
  rounds: Round[],
  value: (round: Round) => number,
  text: (value: number) => string,
): string {
  const valuesOf = (name: string) => rounds.filter(({ contestant }) => contestant === name).map(value);
  const ourValues = valuesOf('ours');
  const present = contestants.filter(({ name }) => valuesOf(name).length > 0);
  const rows = present.map(({ name, title }) => {
    const values = valuesOf(name);
    const ratios = ourValues.map((our, round) => our / values[round]!);
    const { median, min, max } = spread(values);
    return [
      title,
      text(median),
      `${text(min)} to ${text(max)}`,
      ...(name === 'ours' ? ['', ''] : ratioCells(spread(ratios))),
    ];
  });
  return table(['', ...head, 'ours / peer', 'range'], rows);
}

function ratioCells({ median, min, max }: Spread): string[] {
  if (Number.isNaN(median)) return ['', ''];
  return [`${median.toFixed(2)}×`, `${min.toFixed(2)} to ${max.toFixed(2)}`];
}

/** What the figures depend on, in a line. */
export function describeMachine(postgresVersion: string, ...others: string[]): string {
  const cores = cpus();
  const postgres = `PostgreSQL ${postgresVersion} (fsync, synchronous_commit on)`;
  return [`${cores.length} × ${cores[0]?.model.trim()}`, `Node ${process.versions.node}`, postgres, ...others].join(
    ', ',
  );
}

export async function writeResults(results: Results): Promise<string> {
  const folder = new URL('../results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const file = new URL(`ack-${new Date().toISOString().replaceAll(':', '-')}.json`, folder);
  // Addresses may carry passwords.
  const { databaseUrl: _database, redisUrl: _redis, ...options } = results.options;
  await writeFile(file, JSON.stringify({ ...results, options }, undefined, 2));
  return `Every round: ${file.pathname}`;
}

const thousands = (value: number) => Math.round(value).toLocaleString('en');
const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
