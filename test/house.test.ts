import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { findCircles, layerOf, readAllowances, readImports, type Import } from './support/imports.ts';

const imports = readImports();
const allowances = readAllowances();

const isAllowed = ({ from, to, isType }: Import): boolean => {
  const allowance = allowances.get(layerOf(from));
  if (layerOf(from) === layerOf(to) || basename(from) === 'main.ts') return true;
  return Boolean(allowance?.layers.has(layerOf(to)) || (isType && allowance?.types.has(layerOf(to))));
};

test('a layer imports what the README lists, and nothing else', () => {
  const ours = imports.filter(({ to }) => !/^[@a-z]/.test(to) || /^[a-z]+\//.test(to));
  expect(ours.length).toBeGreaterThan(1_000);
  expect(ours.filter((one) => !one.to.startsWith('src/') || !isAllowed(one))).toEqual([]);
});

test('the README lists no layer, and no import, that is not there', () => {
  const used = new Set(imports.map(({ from, to }) => `${layerOf(from)} → ${layerOf(to)}`));
  const layers = new Set(imports.flatMap(({ from, to }) => [layerOf(from), layerOf(to)]));
  for (const [layer, allowance] of allowances) {
    if (layer === 'main') continue;
    expect(layers).toContain(layer);
    for (const other of [...allowance.layers, ...allowance.types]) {
      if (other === 'nothing' || other.startsWith('types of ')) continue;
      expect(used).toContain(`${layer} → ${other}`);
    }
  }
});

test('no room reaches itself by way of another', () => {
  expect(findCircles(imports)).toEqual([]);
});

test('the domain needs neither zod nor Node, since workflows run it', () => {
  const foreign = imports.filter(({ from, to }) => layerOf(from) === 'domain' && !to.startsWith('src/'));
  expect(foreign.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('code asks for the role of an assistant, and names no vendor', () => {
  const files = globSync('src/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
  const naming = files.filter((file) => /['"`]vapi['"`]/i.test(readFileSync(file, 'utf8')));
  const rest = naming.filter((file) => !file.startsWith('src/providers/vapi/'));
  expect(rest).toEqual(['src/domain/providers.ts']);
});

test('the documents name files that are there', () => {
  const files = globSync(['{src,test,dev,bench,web,client,n8n}/**/*.{ts,js}', '*.ts'], {
    exclude: ['**/node_modules/**'],
  });
  const documents = ['README.md', 'ARCHITECTURE.md', ...globSync('docs/**/*.md')];
  const named = documents.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/`([\w./-]+\.(?:ts|js))`/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
});
