import { api, session, take } from './api.js';
import { numberOfCaller } from './contactFields.js';
import { h } from './dom.js';
import { cents, duration, moment, phone } from './format.js';
import { newContactHash } from './newContact.js';
import { badge, facts, failure, loading, section } from './parts.js';
import { timelineOf } from './timeline.js';
import { t, tOf } from './words.js';

/** `AI: …` and `User: …` become two voices; a line without a speaker goes on with the one before. */
const turnsOf = (transcript) => {
  const turns = [];
  for (const line of transcript.split('\n').filter((text) => text.trim() !== '')) {
    const [, speaker, text] = /^(AI|Assistant|Bot|User|Customer|Client)\s*:\s*(.*)$/i.exec(line) ?? [];
    if (speaker) turns.push({ voice: /^(ai|assistant|bot)$/i.test(speaker) ? 'ai' : 'user', text });
    else if (turns.length > 0) turns.at(-1).text += `\n${line}`;
    else turns.push({ voice: undefined, text: line });
  }
  return turns;
};

const transcriptOf = (transcript) =>
  h(
    'ol.transcript',
    {},
    ...turnsOf(transcript).map(({ voice, text }) =>
      h('li', { 'data-voice': voice }, voice && h('span.speaker', {}, tOf('speakers', voice)), h('p', {}, text)),
    ),
  );

const valueOf = (value) =>
  value !== null && typeof value === 'object' ? h('code', {}, JSON.stringify(value)) : String(value);

const webLink = (url, text) =>
  /^https?:/.test(url ?? '') ? h('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, text) : text;

const recordingsOf = (recordings) =>
  h(
    'ul.plain',
    {},
    ...recordings.map(({ url, voicemail, durationSeconds }) =>
      h(
        'li',
        {},
        webLink(url, t(voicemail ? 'voicemail' : 'recording')),
        durationSeconds !== undefined && h('span.quiet', {}, ` ${duration(durationSeconds)}`),
      ),
    ),
  );

/**
 * Who has the number at the other end, or a way to say so.
 * @param {import('./client.js').Schemas['CallDetail']} call
 */
const contactOf = (call) => {
  if (call.contact) return h('a', { href: `#/contacts/${call.contact.id}` }, call.contact.name);
  const number = numberOfCaller(call);
  const mayAdd = number !== undefined && session.may('contacts:read') && session.may('contacts:write');
  return mayAdd ? h('a', { href: newContactHash(number) }, t('addContact')) : null;
};

const page = (call) => [
  h(
    'div.title',
    {},
    h('h1', {}, phone(call.direction === 'INBOUND' ? call.from : call.to)),
    badge('statuses', call.status),
    call.outcome && badge('outcomes', call.outcome),
  ),
  h(
    'div.columns',
    {},
    h(
      'div',
      {},
      section(
        t('facts'),
        facts([
          [t('contact'), contactOf(call)],
          [t('direction'), tOf('directions', call.direction)],
          [t('caller'), phone(call.from)],
          [t('callee'), phone(call.to)],
          [t('started'), moment(call.startedAt ?? call.createdAt)],
          [t('answered'), call.answeredAt && moment(call.answeredAt)],
          [t('ended'), call.endedAt && moment(call.endedAt)],
          [t('duration'), duration(call.durationSeconds)],
          [t('billed'), call.billedMinutes],
          [t('cost'), cents(call.providerCostCents)],
          [t('provider'), tOf('providers', call.provider)],
          [t('externalId'), h('code', {}, call.externalCallId)],
        ]),
      ),
      call.summary && section(t('summary'), h('p', {}, call.summary)),
      call.structuredData &&
        section(
          t('extracted'),
          facts(Object.entries(call.structuredData).map(([name, value]) => [name, valueOf(value)])),
        ),
      call.recordings.length > 0 && section(t('recordings'), recordingsOf(call.recordings)),
    ),
    h(
      'div',
      {},
      call.transcript && section(t('transcript'), transcriptOf(call.transcript)),
      section(t('timeline'), timelineOf(call.timeline)),
    ),
  ),
];

/**
 * One call. While it lasts the page follows it.
 * @param {AbortSignal} signal
 * @param {string} id ours, or the provider's
 */
export const callView = (signal, id) => {
  const content = h('div', {}, loading());
  const show = async () => {
    try {
      const call = await take(api.GET('/dashboard/calls/{id}', { params: { path: { id } } }));
      if (signal.aborted) return;
      content.replaceChildren(...page(call));
      if (call.closedAt === null) setTimeout(() => signal.aborted || show(), 3_000);
    } catch (error) {
      content.replaceChildren(failure(error, show));
    }
  };
  void show();
  return [h('p', {}, h('a', { href: '#/calls' }, `← ${t('back')}`)), content];
};
