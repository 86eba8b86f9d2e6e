/**
 * @typedef {import('./client.js').Schemas['CallDetail']['timeline'][number]} Entry
 * @typedef {{ kind: 'webhooks', at: string, provider: string, count: number, types: [type: string, times: number][] }} Group
 */

/** @param {Entry} entry */
const isChatter = (entry) => entry.kind === 'webhook' && entry.facts.length === 0;

/** @param {Entry[]} entries webhooks that say nothing about the call, one after the other */
const groupOf = (entries) => {
  const types = Map.groupBy(entries, ({ eventType }) => eventType);
  return {
    kind: /** @type {const} */ ('webhooks'),
    at: entries[0]?.at ?? '',
    provider: entries.flatMap((entry) => (entry.kind === 'webhook' ? [entry.provider] : []))[0] ?? '',
    count: entries.length,
    types: [...types].map(([type, same]) => /** @type {[string, number]} */ ([type, same.length])),
  };
};

/**
 * A conversation is dozens of webhooks that say nothing about the call itself: those that follow one another are one line.
 * @param {Entry[]} entries
 * @returns {(Entry | Group)[]}
 */
export const gathered = (entries) => {
  /** @type {Entry[][]} */
  const runs = [];
  for (const entry of entries) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last?.kind === 'webhook' && entry.kind === 'webhook' && isChatter(last) && isChatter(entry);
    if (goesOn && last.provider === entry.provider) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => (/** @type {(Entry | Group)[]} */ (run.length > 1 ? [groupOf(run)] : run)));
};
