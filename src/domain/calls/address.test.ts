import { describe, expect, test } from 'vitest';
import { addressOf, canBeCalledBack } from './address.ts';

describe('an address that is withheld', () => {
  test.each([
    '+266696687',
    '266696687',
    '+7378742833',
    '7378742833',
    '+2562533',
    '+8656696',
    '+86282452253',
    'anonymous',
    'Anonymous',
    'ANONYMOUS',
    'unknown',
    'restricted',
    'Private',
    'unavailable',
    'blocked',
    'Numéro masqué',
    'No Caller ID',
    'sip:anonymous@example.com',
    'sip:anonymous@anonymous.invalid',
    'sip:+266696687@sip.example.com;user=phone',
    '"Anonymous" <sip:anonymous@anonymous.invalid>',
    'sip:c0ffee@anonymous.invalid',
    'tel:anonymous',
    'client:Anonymous',
    ' anonymous ',
  ])('%j is `anonymous`, and nobody to call', (address) => {
    expect(addressOf(address)).toBe('anonymous');
    expect(canBeCalledBack(address)).toBe(false);
  });
});

test.each(['+15145550142', '+17378742833', '+442071838750', 'sip:josee@example.com', 'sip:+15145550142@example.com'])(
  '%s is itself, and can be called back',
  (address) => {
    expect(addressOf(address)).toBe(address);
    expect(canBeCalledBack(address)).toBe(true);
  },
);

test.each(['client:josee', '+464', '12345', 'josee', '', 'sip:@', '+1514555014212345678'])(
  '%j is kept, and cannot be called back',
  (address) => {
    expect(addressOf(address)).toBe(address);
    expect(canBeCalledBack(address)).toBe(false);
  },
);

test('nobody is called back where there is no address', () => {
  expect([null, undefined].map(canBeCalledBack)).toEqual([false, false]);
});
