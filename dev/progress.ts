export type Log = (line: string) => void;

const firstNoticeMs = 2_000;
const nextNoticeMs = 10_000;

const elapsed = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Reports a step when it is done, and before that as soon as a person would wonder whether anything happens. */
export const during = async <T>(
  log: Log,
  label: string,
  work: (detail: (text: string) => void) => Promise<T>,
): Promise<T> => {
  const startedAt = Date.now();
  let latest = '';
  const notice = () => {
    log(`  … ${label}${latest && `: ${latest}`} (${elapsed(startedAt)})`);
    timer = setTimeout(notice, nextNoticeMs);
  };
  let timer = setTimeout(notice, firstNoticeMs);
  try {
    const result = await work((text) => (latest = text));
    log(`  ✓ ${label} (${elapsed(startedAt)})`);
    return result;
  } finally {
    clearTimeout(timer);
  }
};
