import { callView } from './call.js';
import { callsView } from './calls.js';
import { deliveriesView } from './deliveries.js';
import { h } from './dom.js';
import { loginView } from './login.js';
import { session } from './session.js';
import { settingsView } from './settings.js';
import { currentLanguage, switchLanguage, t } from './words.js';

const header = document.getElementById('header');
const main = document.getElementById('main');

const tabs = [
  ['#/calls', 'calls'],
  ['#/deliveries', 'deliveries'],
  ['#/settings', 'settings'],
];

const languageButton = () =>
  h(
    'button.plain',
    { type: 'button', lang: currentLanguage() === 'fr' ? 'en' : 'fr', onclick: () => (switchLanguage(), render()) },
    t('language'),
  );

const showHeader = (user) => {
  const here = location.hash || '#/calls';
  const tab = ([href, name]) => h('a', { href, 'aria-current': here.startsWith(href) && 'page' }, t(name));
  const signOut = h('button.plain', { type: 'button', onclick: () => (session.clear(), render()) }, t('signOut'));
  header.hidden = false;
  header.replaceChildren(
    h(
      'a.brand',
      { href: '#/calls' },
      h('img', { src: '/assets/icon.svg', alt: '', width: 28, height: 28 }),
      t('product'),
    ),
    h('nav', { 'aria-label': t('product') }, ...(user ? tabs.map(tab) : []), h('a', { href: '/api-docs' }, t('docs'))),
    h('div.tools', {}, user && h('span.quiet', {}, user.tenant.name), languageButton(), user && signOut),
  );
};

const viewOf = (hash, signal) => {
  const [, page = '', id] = hash.split('/');
  if (page === 'calls' && id) return callView(signal, decodeURIComponent(id));
  if (page === 'deliveries') return deliveriesView(signal);
  if (page === 'settings') return settingsView(signal);
  return callsView(signal);
};

let current = new AbortController();

/** Draws the page that the address names; the one before stops its timers. */
const render = () => {
  current.abort();
  current = new AbortController();
  const user = session.get();
  document.documentElement.lang = currentLanguage();
  document.title = t('product');
  document.getElementById('skip').textContent = t('skip');
  showHeader(user);
  main.replaceChildren(...(user ? viewOf(location.hash, current.signal) : loginView(render)));
};

document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', () => {
  render();
  main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
});
window.addEventListener('signed-out', render);
render();
