import { setTimeout as delay } from 'node:timers/promises';
import { playScenario, type PlayReport } from '../../dev/simulator/play.ts';
import type { ScenarioName } from '../../dev/simulator/scenarios/index.ts';
import type { Product } from './product.ts';

/** A call as it was played: what was acknowledged of it, and when its last webhook was sent. */
export interface PlayedCall {
  report: PlayReport;
  acknowledged: number;
  endedAt: number;
}

const scenarios: ScenarioName[] = ['booked', 'transferred', 'voicemail', 'missed'];
const carriers = ['twilio', 'signalwire'] as const;

/** Acknowledged, and not kept. */
const isChatter = (label: string): boolean => /speech-update|conversation-update|transcript/.test(label);

/** Calls of all kinds on both carriers, begun at an even pace whatever becomes of them, 20 times faster than life. */
export async function playCalls(
  { baseUrl, standins }: Product,
  { perSecond, until }: { perSecond: number; until: AbortSignal },
): Promise<PlayedCall[]> {
  const calls: Promise<PlayedCall>[] = [];
  const play = async (index: number): Promise<PlayedCall> => {
    const report = await playScenario({
      scenario: scenarios[index % scenarios.length] ?? 'booked',
      provider: carriers[index % carriers.length] ?? 'twilio',
      baseUrl,
      publicUrl: baseUrl,
      standinsUrl: standins.n8n.url,
      account: null,
      speed: 20,
    });
    const acknowledged = report.sent.filter(
      ({ status, label }) => status >= 200 && status < 300 && !isChatter(label),
    ).length;
    return { report, acknowledged, endedAt: Date.now() };
  };
  while (!until.aborted) {
    calls.push(play(calls.length));
    await delay(1000 / perSecond);
  }
  return Promise.all(calls);
}
