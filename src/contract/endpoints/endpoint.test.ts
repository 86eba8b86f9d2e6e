import { expect, test } from 'vitest';
import { EndpointSettings } from './endpoint.ts';

const isTaken = (webhookUrl: string): boolean =>
  EndpointSettings.safeParse({ webhookUrl, signatureSecret: 'long enough' }).success;

test.each(['https://n8n.example.com/webhook/1?a=b', 'http://127.0.0.1:4010/', 'https://[2606:4700::1]:8443/'])(
  '%s is an address',
  (url) => {
    expect(isTaken(url)).toBe(true);
  },
);

test.each([
  'https://user@n8n.example.com/',
  'https://user:pass@n8n.example.com/',
  'https://:pass@n8n.example.com/',
  'ftp://n8n.example.com/',
  'file:///etc/passwd',
  'unix:///var/run/docker.sock',
  '//n8n.example.com/',
  'n8n.example.com',
  'https://',
  `https://n8n.example.com/${'a'.repeat(2048)}`,
])('%s is none', (url) => {
  expect(isTaken(url)).toBe(false);
});
