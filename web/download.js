import { take } from './api.js';
import { h } from './dom.js';
import { announce } from './parts.js';
import { currentLanguage, t } from './words.js';
import { workButton } from './workButton.js';

/**
 * Excel expects semicolons where the decimal sign is a comma.
 * @returns {'semicolon' | 'comma'}
 */
export const delimiter = () => (currentLanguage() === 'fr' ? 'semicolon' : 'comma');

/** @param {Response} response */
const nameOf = ({ headers }) => /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1];

/** Long after the browser has taken the file over. */
const keptMs = 60_000;

/**
 * @param {Blob} file
 * @param {string} name
 */
const save = (file, name) => {
  const url = URL.createObjectURL(file);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
};

/**
 * A button that saves a list as a file. A link would not carry the token.
 * @param {() => Promise<{ data?: Blob, error?: unknown, response: Response }>} fetchFile
 */
export const downloadButton = (fetchFile) =>
  workButton(t('download'), async () => {
    const answer = fetchFile();
    const file = await take(answer);
    save(file, nameOf((await answer).response) ?? 'export.csv');
    announce(t('downloaded'));
  });
