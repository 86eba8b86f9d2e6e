import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Import {
  from: string;
  /** A path from the root of the repository; a package's name, or `node:…`, for what is not ours. */
  to: string;
  isType: boolean;
}

const statement = /^(?:import|export)\s+(type\s)?[^;]*?\bfrom\s+'([^']+)'/gm;
const dynamic = /\bimport\('([^']+)'\)/g;

const importsOf = (from: string): Import[] => {
  const text = readFileSync(from, 'utf8');
  const resolve = (name: string) => (name.startsWith('.') ? normalize(join(dirname(from), name)) : name);
  return [
    ...[...text.matchAll(statement)].map(([, type, to = '']) => ({
      from,
      to: resolve(to),
      isType: type !== undefined,
    })),
    ...[...text.matchAll(dynamic)].map(([, to = '']) => ({ from, to: resolve(to), isType: false })),
  ];
};

/** All imports of the source, without its tests. */
export const readImports = (): Import[] =>
  globSync('src/**/*.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap(importsOf);

/** `src/db/calls/call.ts` is of the layer `db`, `src/config.ts` is `config`. */
export const layerOf = (file: string): string => file.split('/')[1]?.replace(/\.ts$/, '') ?? file;

/** The folder, below `src/x`; a file directly in a layer is a room of its own. */
const roomOf = (file: string): string => {
  const folder = dirname(file);
  return folder.split('/').length <= 2 ? file : folder;
};

/** Rooms that reach themselves, by one of the ways that lead there. */
export const findCircles = (imports: readonly Import[]): string[] => {
  const ours = imports.filter(({ to }) => to.startsWith('src/'));
  const neighbours = Map.groupBy(
    ours.map(({ from, to }) => [roomOf(from), roomOf(to)] as const).filter(([from, to]) => from !== to),
    ([from]) => from,
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (room: string, way: readonly string[]): void => {
    const start = way.indexOf(room);
    if (start >= 0) circles.push([...way.slice(start), room].join(' → '));
    if (start >= 0 || done.has(room)) return;
    for (const [, next] of neighbours.get(room) ?? []) visit(next, [...way, room]);
    done.add(room);
  };
  for (const room of neighbours.keys()) visit(room, []);
  return circles;
};

export interface Allowance {
  layers: ReadonlySet<string>;
  types: ReadonlySet<string>;
}

const wordsIn = (cell: string): string[] => cell.split(',').map((word) => word.trim());

/** The table `from | may import` of the README. */
export const readAllowances = (): Map<string, Allowance> => {
  const [, table = ''] = readFileSync('README.md', 'utf8').split('| from | may import |\n|---|---|\n');
  const rows = table.split('\n\n', 1)[0]?.split('\n') ?? [];
  return new Map(
    rows.flatMap((row) => {
      const [, from = '', allowed = ''] = row.split('|');
      const words = wordsIn(allowed);
      const types = words.filter((word) => word.startsWith('types of ')).map((word) => word.slice('types of '.length));
      return wordsIn(from).map((layer) => [layer, { layers: new Set(words), types: new Set(types) }] as const);
    }),
  );
};
