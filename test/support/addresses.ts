import { randomUUID } from 'node:crypto';

/** An address, in a network of its own, that no other test has. 2001:db8::/32 is for examples. */
export const newAddress = (): string => {
  const [first, second] = randomUUID().split('-')[0]?.match(/.{4}/g) ?? [];
  return `2001:db8:${first}:${second}::1`;
};
