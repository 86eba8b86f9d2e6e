import { describe, expect, test } from 'vitest';
import { addressOf } from './address.ts';

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
  ])('%j is `anonymous`', (address) => {
    expect(addressOf(address)).toBe('anonymous');
  });
});

test.each(['+15145550142', '+442071838750', 'sip:josee@example.com', 'client:josee', '+464', 'josee', ''])(
  '%j is itself',
  (address) => {
    expect(addressOf(address)).toBe(address);
  },
);
