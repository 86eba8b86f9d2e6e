import { reasonOf } from './deliveryDetails.js';
import { h } from './dom.js';
import { clock, milliseconds } from './format.js';
import { gathered } from './timelineGroups.js';
import { t, tOf } from './words.js';

/** @param {{ type: string, role?: string, status?: string }} fact */
const factOf = ({ type, role, status }) => [type, role, status].filter(Boolean).join(' ');

/** @param {ReturnType<typeof gathered>[number]} entry */
const describe = (entry) => {
  switch (entry.kind) {
    case 'webhook':
      return {
        title: `${t('webhook')} · ${tOf('providers', entry.provider)}`,
        detail: [entry.eventType, ...entry.facts.map(factOf)].join(' · '),
        note: entry.relayedAt === null && entry.facts.length > 0 && t('waiting'),
        tone: 'in',
      };
    case 'webhooks':
      return {
        title: `${t('webhooks', entry.count)} · ${tOf('providers', entry.provider)}`,
        detail: entry.types.map(([type, times]) => (times > 1 ? `${type} × ${times}` : type)).join(' · '),
        tone: 'in',
      };
    case 'delivery':
      return { title: t('delivery'), detail: entry.eventType, note: tOf('statuses', entry.status), tone: 'out' };
    case 'attempt': {
      const { attempt, eventType, responseStatus, error, durationMs } = entry;
      return {
        title: t('attempt', attempt),
        detail: [eventType, responseStatus ?? t('noAnswer'), milliseconds(durationMs)].join(' · '),
        note: reasonOf(entry),
        tone: error === null ? 'good' : 'bad',
      };
    }
  }
};

/** What happened to a call, one thing after the other. @param {import('./timelineGroups.js').Entry[]} entries */
export const timelineOf = (entries) =>
  h(
    'ol.timeline',
    {},
    ...gathered(entries).map((entry) => {
      const { title, detail, note, tone } = describe(entry);
      return h(
        'li',
        { 'data-tone': tone },
        h('time', { datetime: entry.at }, clock(entry.at)),
        h('div', {}, h('strong', {}, title), h('span', {}, detail), note && h('span.quiet', {}, note)),
      );
    }),
  );
