import examples from 'libphonenumber-js/mobile/examples';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { addressOf, canBeCalledBack, e164Of } from './address.ts';

test('a mobile number of any country can be called back, and is read as people write it', () => {
  const countries = getCountries();
  expect(countries.length).toBeGreaterThan(200);
  for (const country of countries) {
    const number = getExampleNumber(country, examples)!;
    expect(canBeCalledBack(number.number)).toBe(true);
    expect(e164Of(number.formatInternational())).toBe(number.number);
    expect(e164Of(number.formatNational())).toBeUndefined();
  }
});

test.each(['+15145', '+1514555014', '+999123456789', '+15145550142 ext. 3', 'tel:+15145550142', ''])(
  '%j is no phone number',
  (text) => {
    expect(e164Of(text)).toBeUndefined();
    expect(canBeCalledBack(text)).toBe(false);
  },
);

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
