const created = /^create (?:unlogged )?table (?:if not exists )?([\w.]+)/;

interface Rule {
  problem: string;
  /** Finds the table in the statement. */
  pattern: RegExp;
  allowed?: RegExp;
}

const rules: Rule[] = [
  {
    problem: 'an index that is not built concurrently keeps writers out',
    pattern: /^create (?:unique )?index (?!concurrently).*? on (?:only )?([\w.]+)/,
  },
  {
    problem: 'a constraint that is not first `not valid` reads the whole table under a lock',
    pattern: /^alter table (?:only )?([\w.]+) .*?add (?:constraint|primary key|unique|check|foreign key)\b/,
    allowed: / not valid$| using index [\w.]+$/,
  },
  {
    problem: 'another type writes the whole table anew under a lock',
    pattern: /^alter table (?:only )?([\w.]+) .*?alter (?:column )?\w+ (?:set data )?type /,
  },
  {
    problem: '`set not null` reads the whole table under a lock; a validated check comes first',
    pattern: /^alter table (?:only )?([\w.]+) .*?alter (?:column )?\w+ set not null/,
  },
  {
    problem: 'a required column without a default cannot be added to a table with rows',
    pattern:
      /^alter table (?:only )?([\w.]+) .*?add (?:column )?(?!constraint)\w+ (?:(?!default|,).)*not null(?!(?:(?!,).)*default)/,
    allowed: /not null default/,
  },
];

const normalised = (sql: string): string =>
  sql
    .replaceAll(/\/\*.*?\*\//gs, ' ')
    .replaceAll('"', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/;$/, '')
    .toLowerCase();

/** A comment in the statement itself that says why its lock does no harm. */
const isExcused = (sql: string): boolean => /\/\*\s*lock: .{10,}?\*\//s.test(sql);

/** What a migration would do to a table that is in use, one sentence for each statement. */
export const problemsOf = (statements: readonly string[]): string[] => {
  const fresh = new Set(statements.flatMap((sql) => created.exec(normalised(sql))?.[1] ?? []));
  return statements.flatMap((sql) => {
    if (isExcused(sql)) return [];
    const text = normalised(sql);
    const broken = rules.filter(({ pattern, allowed }) => {
      const table = pattern.exec(text)?.[1];
      return table !== undefined && !fresh.has(table) && !allowed?.test(text);
    });
    return broken.map(({ problem }) => `${problem}: ${text}`);
  });
};
