import { readFile } from 'node:fs/promises';

/** One time series, as Prometheus reads it. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const line = /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>[^}]*)\})? (?<value>\S+)$/;

/** @throws Error for a line that is neither a sample nor a comment. */
export const samplesIn = (text: string): Sample[] =>
  text
    .split('\n')
    .filter((each) => each !== '' && !each.startsWith('#'))
    .map((each) => {
      const { name, labels = '', value } = line.exec(each)?.groups ?? {};
      if (name === undefined) throw new Error(`no sample: ${each}`);
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', word = '']) => [key, word]);
      return { name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) };
    });

/** The sum over all series of the name that carry these labels; undefined where there is none. */
export const valueOf = (samples: Sample[], name: string, labels: Record<string, string> = {}): number | undefined => {
  const found = samples.filter(
    (sample) => sample.name === name && Object.entries(labels).every(([key, word]) => sample.labels[key] === word),
  );
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
};

/** Those of our metrics that an operator would look for in vain in ARCHITECTURE.md. */
export const undocumented = async (samples: Sample[]): Promise<string[]> => {
  const text = await readFile(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');
  const names = samples.map(({ name }) => name.replace(/_seconds_(bucket|sum|count)$/, '_seconds'));
  return [...new Set(names)].filter((name) => /^(receptionist|webhook)_/.test(name) && !text.includes(`\`${name}\``));
};
