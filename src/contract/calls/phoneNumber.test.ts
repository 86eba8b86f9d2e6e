import examples from 'libphonenumber-js/mobile/examples';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { canBeCalledBack, e164Of, homeCountry, isRungFreely } from './phoneNumber.ts';

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
  '%j is not taken for a phone number',
  (text) => {
    expect(e164Of(text)).toBeUndefined();
    expect(canBeCalledBack(text)).toBe(false);
  },
);

test.each([
  ['514 555-1234', '+15145551234'],
  ['(514) 555-1234', '+15145551234'],
  ['514.555.1234', '+15145551234'],
  ['1 514 555-1234', '+15145551234'],
  ['15145551234', '+15145551234'],
  ['011 33 1 42 68 53 00', '+33142685300'],
  ['+33 1 42 68 53 00', '+33142685300'],
])('%s, dialled in Canada, is %s', (text, expected) => {
  expect(e164Of(text, homeCountry)).toBe(expected);
});

test.each(['555-1234', '911', '01 42 68 53 00', '114 555-1234', '514 555-12345', '514 555-1234 ext. 5', 'Josée', ''])(
  '%j cannot be dialled in Canada',
  (text) => {
    expect(e164Of(text, homeCountry)).toBeUndefined();
  },
);

test.each(['+15145550142', '+17378742833', '+442071838750', 'sip:josee@example.com', 'sip:+15145550142@example.com'])(
  '%s can be called back',
  (address) => {
    expect(canBeCalledBack(address)).toBe(true);
  },
);

test.each(['client:josee', '+464', '12345', 'josee', '', 'sip:@', '+1514555014212345678'])(
  '%j cannot be called back',
  (address) => {
    expect(canBeCalledBack(address)).toBe(false);
  },
);

test('without an address there is nothing to call', () => {
  expect([null, undefined].map(canBeCalledBack)).toEqual([false, false]);
});

test.each(['+266696687', 'sip:anonymous@example.com', 'anonymous'])(
  'a withheld %s cannot be called back',
  (address) => {
    expect(canBeCalledBack(address)).toBe(false);
  },
);

test.each([
  ['+15145550142', true],
  ['+12125551234', true],
  ['+18005551234', true],
  ['+18765551234', false],
  ['+18095551234', false],
  ['+19005551234', false],
  ['+15149761234', false],
  ['+33142685300', false],
  ['nonsense', false],
])('%s is rung freely: %s', (number, expected) => {
  expect(isRungFreely(number)).toBe(expected);
});
