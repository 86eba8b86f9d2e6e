import { p } from '@mikro-orm/postgresql';

/** When the row was made, also one made by SQL. */
export const createdMoment = () =>
  p
    .datetime()
    .onCreate(() => new Date())
    .defaultRaw('now()');

/** When the ORM last changed the row. */
export const updatedMoment = () =>
  p
    .datetime()
    .onCreate(() => new Date())
    .onUpdate(() => new Date())
    .defaultRaw('now()');
