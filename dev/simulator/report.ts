import type { PlayReport } from './play.ts';
import type { Sent } from './send.ts';

const mark = (good: boolean): string => (good ? '✓' : '✗');

export const describeSent = ({ label, status, milliseconds, attempts, problems }: Sent): string =>
  [
    `  ${mark(problems.length === 0)} ${label.padEnd(44)} ${status || '---'} ${String(milliseconds).padStart(5)} ms`,
    ...(attempts > 1 ? [`(${attempts} attempts)`] : []),
    ...problems.map((problem) => `— ${problem}`),
  ].join(' ');

const money = (cents: number | null): string =>
  cents === null ? 'unknown' : `${cents.toFixed(4).replace(/0{1,2}$/, '')} ¢`;

const excerpt = (transcript: string): string[] => {
  const lines = transcript.trim().split('\n');
  return [
    ...lines.slice(0, 4).map((line) => `    ${line}`),
    ...(lines.length > 4 ? [`    … ${lines.length - 4} more lines`] : []),
  ];
};

/** The whole run in a few lines. */
export const describeReport = ({ callSid, call, sent, problems }: PlayReport): string => {
  const slowest = sent.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0);
  const taken = sent.filter((one) => one.problems.length === 0).length;
  return [
    '',
    `${mark(taken === sent.length)} ${taken} of ${sent.length} webhooks taken, the slowest in ${slowest} ms`,
    ...(call
      ? [
          `${mark(problems.length === 0)} call ${callSid}`,
          `    status    ${call.status}`,
          `    outcome   ${call.outcome ?? 'none yet'}${call.aiHandled ? ' (handled by the assistant)' : ''}`,
          `    duration  ${call.durationSeconds ?? '?'} s, ${call.billedMinutes ?? '?'} billed minutes`,
          `    cost      ${money(call.providerCostCents)}`,
          ...(call.summary ? [`    summary   ${call.summary}`] : []),
          ...(call.transcript ? ['  transcript', ...excerpt(call.transcript)] : []),
        ]
      : []),
    ...problems.map((problem) => `✗ ${problem}`),
  ].join('\n');
};
