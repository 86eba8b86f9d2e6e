import { expect, test } from 'vitest';
import { checkTool } from './check.ts';

const caller = { callerNumber: '+15145550173' };
const check = (name: string, args: Record<string, unknown>, from = caller as { callerNumber: string | null }) =>
  checkTool({ id: 'call_1', name, args }, from);

test.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'as callers say a number',
    'take_message',
    { message: ' Rappeler ', callbackNumber: '514 555-0173' },
    { message: 'Rappeler', callbackNumber: '+15145550173' },
  ],
  ['with empty fields', 'take_message', { message: 'a', callbackNumber: '', urgent: null }, { message: 'a' }],
  ['with a yes in text', 'take_message', { message: 'a', urgent: 'true' }, { message: 'a', urgent: true }],
  ['without anything', 'request_callback', {}, {}],
  ['with more than was asked', 'get_business_info', { topic: 'hours', x: 1 }, { topic: 'hours' }],
])('arguments %s', (_case, name, args, expected) => {
  expect(check(name, args)).toEqual({ name, args: expected });
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['take_message', {}, ['message']],
  ['take_message', { message: ' ', callbackNumber: 'chez ma sœur' }, ['callbackNumber', 'message']],
  ['request_callback', { notBefore: 'demain' }, ['notBefore']],
  ['request_callback', { notBefore: '2126-01-01T10:00:00' }, ['notBefore']],
  ['get_business_info', { topic: 'weather' }, ['topic']],
])('%s with %j is asked for again', (name, args, fields) => {
  expect(check(name, args)).toEqual({ code: 'tool.invalid', fields });
});

test('a callback needs a number', () => {
  expect(check('request_callback', {}, { callerNumber: null })).toEqual({
    code: 'tool.invalid',
    fields: ['callbackNumber'],
  });
});

test.each(['bookAppointment', 'constructor', 'transfer_call', 'end_call'])('%s is no tool of ours', (name) => {
  expect(check(name, {})).toEqual({ code: 'tool.unknown' });
});

test('an id that no index takes is refused', () => {
  expect(checkTool({ id: 'x'.repeat(201), name: 'take_message', args: { message: 'a' } }, caller)).toEqual({
    code: 'tool.unknown',
  });
});
