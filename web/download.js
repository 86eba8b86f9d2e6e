import { take } from './api.js';
import { h } from './dom.js';
import { announce, plainButton } from './parts.js';
import { explain } from './problems.js';
import { currentLanguage, t } from './words.js';

/** Excel expects semicolons where the decimal sign is a comma. */
export const delimiter = () => (currentLanguage() === 'fr' ? 'semicolon' : 'comma');

const nameOf = (response) => /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];

const save = (blob, name) => {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  // The browser has taken the file over long before.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/**
 * A button that saves a list as a file. A link would not carry the token.
 * @param {() => Promise<{ data?: Blob, error?: unknown, response: Response }>} fetchFile
 */
export const downloadButton = (fetchFile) => {
  let busy = false;
  const problem = h('span.error', { role: 'alert' });
  const download = async () => {
    if (busy) return;
    busy = true;
    button.setAttribute('aria-busy', 'true');
    problem.textContent = '';
    try {
      const response = fetchFile();
      const file = await take(response);
      save(file, nameOf((await response).response) ?? 'export.csv');
      announce(t('downloaded'));
    } catch (error) {
      problem.textContent = explain(error);
    } finally {
      busy = false;
      button.removeAttribute('aria-busy');
    }
  };
  const button = plainButton(t('download'), () => void download());
  return h('span.download', {}, button, problem);
};
