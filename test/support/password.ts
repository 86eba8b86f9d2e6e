import { hash } from '@node-rs/argon2';

export const password = 'correct horse battery';

/** As cheap as argon2 gets: who checks a password takes the parameters from its hash, and tests sign in thousands of times. */
export const passwordHash = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
