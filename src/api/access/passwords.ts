import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { invalidField } from '../http/input.ts';

/** Length is what makes a password hard to guess; rules about characters do not (NIST SP 800-63B). */
export const NewPassword = z
  .string()
  .normalize('NFKC')
  .min(10)
  .max(1024)
  .describe('At least 10 characters, and not the e-mail address');

/** Keyboards encode the same letters differently (NIST SP 800-63B): `é` as one character, or as `e` and an accent. */
const normalized = (password: string): string => password.normalize('NFKC');

/** Whether two passwords are the same to the person who types them. */
export const isSamePassword = (one: string, other: string): boolean => normalized(one) === normalized(other);

/** @throws AppError `request.invalid` for the user's address, which an attacker tries first. */
export const assertNotAddress = (
  newPassword: string,
  { email }: { email: string },
  path = 'body.newPassword',
): void => {
  if (normalized(newPassword).trim().toLowerCase() !== email) return;
  throw invalidField(path, 'password.is_email');
};

/** argon2id with the library's parameters, which follow OWASP: 19 MiB, two passes. @returns PHC string format. */
export const hashPassword = (password: string): Promise<string> => hash(normalized(password));

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits. An unknown account, or one without a password, costs the same time as a wrong password, so that the answer's
 * delay does not reveal which addresses have one.
 */
export const verifyPassword = async (passwordHash: string | null | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword('nobody has this password');
  const hashed = passwordHash ?? (await decoy);
  // As it was typed, too: so it was hashed where it was set before passwords were normalised.
  const spellings = new Set([normalized(password), password]);
  let fits = false;
  for (const spelling of spellings) fits ||= await verify(hashed, spelling);
  return fits && typeof passwordHash === 'string';
};
