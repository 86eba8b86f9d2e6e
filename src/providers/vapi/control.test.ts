import { expect, test } from 'vitest';
import { isControlUrl } from './control.ts';

test.each([
  ['https://phone-call-websocket.aws-us-west-2-backend-production1.vapi.ai/1/control', true],
  ['https://vapi.ai/1/control', true],
  ['http://phone-call-websocket.vapi.ai/1/control', false],
  ['https://phone-call-websocket.vapi.ai:8443/1/control', false],
  ['https://vapi.ai.evil.example/1/control', false],
  ['https://evilvapi.ai/1/control', false],
  ['https://vapi.ai@evil.example/1/control', false],
  ['https://user@vapi.ai/1/control', false],
  ['http://169.254.169.254/latest/meta-data', false],
  ['file:///etc/passwd', false],
  ['not a url', false],
  ['http://127.0.0.1:4000/1/control', true],
  ['http://127.0.0.1:4001/1/control', false],
])('%s: %s', (url, isTheirs) => {
  expect(isControlUrl(url, ['127.0.0.1:4000'])).toBe(isTheirs);
});
