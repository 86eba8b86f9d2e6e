import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { templates } from '../../n8n/templates/index.ts';

describe.each(Object.entries(templates))('the n8n template %s', (name, workflow) => {
  const { nodes, connections } = workflow;

  test('is in its file as it is built', () => {
    const file = new URL(`../../n8n/workflows/${name}.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(workflow);
  });

  test('has nodes with names and ids of their own, all of them reached', () => {
    const names = nodes.map((node) => node.name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const reached = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
    const expected = nodes.filter(({ type }) => !/\.(stickyNote|webhook)$/.test(type)).map((node) => node.name);
    expect([...new Set(reached)].toSorted()).toEqual(expected.toSorted());
    expect(names).toEqual(expect.arrayContaining(Object.keys(connections)));
  });

  test('acts only behind the verification, on the raw body', () => {
    const webhook = nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
    expect(webhook?.parameters).toMatchObject({ options: { rawBody: true }, responseMode: 'responseNode' });
    expect(connections['Événement reçu']?.main.flat()).toEqual([
      expect.objectContaining({ node: 'Vérifier la signature' }),
    ]);
    expect(connections['Vérifier la signature']?.main.flat()).toEqual([
      expect.objectContaining({ node: 'Signature valide?' }),
    ]);
    expect(connections['Signature valide?']?.main.map((targets) => targets.map(({ node }) => node))).toEqual([
      ['Répondre 200'],
      ['Répondre 401'],
    ]);
  });

  test('brings no secret, no account, and only numbers and addresses that are reserved', () => {
    const text = JSON.stringify(nodes);
    expect(text).not.toMatch(/whsec_[A-Za-z0-9+/]{8}|"credentials"/);
    for (const [number] of text.matchAll(/\+1\d{10}/g)) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
    for (const [, domain] of text.matchAll(/[\w.]+@([\w.]+)/g)) expect(domain).toBe('example.com');
  });
});

test('each template has a path and ids of its own, so that all can be imported and active together', () => {
  const all = Object.values(templates);
  const paths = all.flatMap(({ nodes }) => nodes.flatMap(({ parameters }) => parameters['path'] ?? []));
  expect(new Set(paths).size).toBe(all.length);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
