import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's parameters, which follow OWASP: 19 MiB, two passes. @returns PHC string format. */
export const hashPassword = (password: string): Promise<string> => hash(password);

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits. An unknown account, or one without a password, costs the same time as a wrong password, so that the answer's
 * delay does not tell which addresses have one.
 */
export const verifyPassword = async (passwordHash: string | null | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword('nobody has this password');
  const fits = await verify(passwordHash ?? (await decoy), password);
  return fits && typeof passwordHash === 'string';
};
