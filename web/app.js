import { api, session } from './api.js';
import { callView } from './call.js';
import { callsView } from './calls.js';
import { contactView } from './contact.js';
import { contactsView } from './contacts.js';
import { deliveriesView } from './deliveries.js';
import { h } from './dom.js';
import { endpointView } from './endpoint.js';
import { endpointsView } from './endpoints.js';
import { invitationView, resetView } from './links.js';
import { forgotView, loginView } from './login.js';
import { newContactView } from './newContact.js';
import { plainButton } from './parts.js';
import { createRoute } from './route.js';
import { settingsView } from './settings.js';
import { currentLanguage, switchLanguage, t } from './words.js';

const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [header, main, skip] = [byId('header'), byId('main'), byId('skip')];

/** @type {{ page: import('./words.js').Word, permission?: Parameters<typeof session.may>[0] }[]} */
const tabs = [
  { page: 'calls', permission: 'calls:read' },
  { page: 'contacts', permission: 'contacts:read' },
  { page: 'endpoints', permission: 'settings:read' },
  { page: 'deliveries', permission: 'deliveries:read' },
  { page: 'settings' },
];

const route = createRoute(location, history);

const goTo = (hash) => {
  if (location.hash === hash) render();
  else location.hash = hash;
};

const signedIn = () => {
  route.forget();
  goTo('#/calls');
};

/** @type {string | undefined} */
let notice;
const passwordReset = () => {
  route.forget();
  notice = t('passwordReset');
  goTo('#/');
};

const signOut = async () => {
  // Signed out here, whatever the API says; a session that it did not hear about ends by itself.
  await api.POST('/auth/logout', { body: {} }).catch(() => undefined);
  session.clear();
  render();
};

const languageButton = () => {
  const button = plainButton(t('language'), () => (switchLanguage(), render()));
  button.lang = currentLanguage() === 'fr' ? 'en' : 'fr';
  return button;
};

const showHeader = (held, page) => {
  const shown = held ? tabs.filter(({ permission }) => !permission || session.may(permission)) : [];
  const tab = ({ page: name }) => h('a', { href: `#/${name}`, 'aria-current': page === name && 'page' }, t(name));
  header.hidden = false;
  header.replaceChildren(
    h(
      'a.brand',
      { href: '#/calls' },
      h('img', { src: new URL('./icon.svg', import.meta.url).href, alt: '', width: 28, height: 28 }),
      t('product'),
    ),
    h('nav', { 'aria-label': t('product') }, ...shown.map(tab), h('a', { href: '/api-docs' }, t('docs'))),
    h(
      'div.tools',
      {},
      held && h('span.quiet', {}, held.tenant.name),
      languageButton(),
      held && plainButton(t('signOut'), () => void signOut()),
    ),
  );
};

const viewOf = ({ page, rest, query }, signal, held) => {
  const place = { query, keep: route.keep };
  if (page === 'invitation') return invitationView(rest, signal, signedIn);
  if (page === 'reset') return resetView(rest, passwordReset);
  if (held && page === 'calls' && rest) return callView(signal, rest);
  if (held && page === 'contacts' && rest === 'new') return newContactView(place);
  if (held && page === 'contacts' && rest) return contactView(signal, rest);
  if (held && page === 'contacts') return contactsView(signal, place);
  if (held && page === 'endpoints' && rest) return endpointView(signal, rest, place);
  if (held && page === 'endpoints') return endpointsView(signal);
  if (held && page === 'deliveries') return deliveriesView(signal, place);
  if (held && page === 'settings') return settingsView(signal, rest, render, place);
  if (held) return callsView(signal, place);
  if (page === 'forgot') return forgotView();
  return loginView({ onSignedIn: page === '' || page === 'forgot' ? signedIn : render, ...(notice && { notice }) });
};

let current = new AbortController();
/** Whom the page was drawn for. */
let shownFor;

/** Draws the page that the address names; the one before stops its timers. */
const render = () => {
  current.abort();
  current = new AbortController();
  const held = session.get();
  const here = route.read();
  shownFor = held?.user.id;
  document.documentElement.lang = currentLanguage();
  skip.textContent = t('skip');
  showHeader(held, here.page || 'calls');
  main.replaceChildren(...viewOf(here, current.signal, held));
  document.title = [main.querySelector('h1')?.textContent, t('product')].filter(Boolean).join(' · ');
  notice = undefined;
  // On a phone the tabs are wider than the page.
  for (const tab of document.querySelectorAll('nav [aria-current]')) {
    tab.scrollIntoView({ block: 'nearest', inline: 'center' });
  }
};

skip.addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', () => {
  render();
  main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
});
window.addEventListener('signed-out', render);
// A user signed in or out in another tab.
window.addEventListener('storage', ({ key }) => {
  if (session.isAbout(key) && session.get()?.user.id !== shownFor) render();
});
render();
