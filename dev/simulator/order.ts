import type { WebhookToSend } from './webhook.ts';

export interface Disorder {
  /** Send in a random order. */
  shuffle?: boolean;
  /** Send each two or three times. */
  duplicate?: boolean;
  /** Lose the carrier's last word. */
  dropLast?: boolean;
  seed?: number;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Any order but the impossible: a carrier cannot call back an action before it has received it. */
const shuffled = (webhooks: WebhookToSend[], random: () => number): WebhookToSend[] => {
  const left = [...webhooks];
  const order: WebhookToSend[] = [];
  while (left.length > 0) {
    const possible = left.filter(({ after }) => !after || !left.some(({ key }) => key === after));
    const [next] = possible.splice(Math.floor(random() * possible.length), 1);
    if (!next) throw new Error('webhooks wait for each other');
    left.splice(left.indexOf(next), 1);
    order.push(next);
  }
  return order;
};

/** What is sent when: the webhooks of one group leave at the same time. */
export const arrange = (
  webhooks: readonly WebhookToSend[],
  { shuffle, duplicate, dropLast, seed = 1 }: Disorder = {},
): WebhookToSend[][] => {
  const random = randomOf(seed);
  const kept = webhooks.filter(({ closing }) => !(dropLast && closing));
  const ordered = shuffle ? shuffled(kept, random) : kept;
  const groups = ordered.map((webhook) => [webhook]);
  if (!duplicate) return groups;
  ordered.forEach((webhook, index) => {
    // The first repetition races the original, a second one comes late.
    groups[index]?.push(webhook);
    if (random() < 0.5) groups[index + Math.floor(random() * (groups.length - index))]?.push(webhook);
  });
  return groups;
};
