/** Why the local stack cannot start, as one sentence for the person at the terminal: printed without a stack. */
export class StartFailure extends Error {
  override name = 'StartFailure';
}

/** What to print for an error: our own sentence, or everything there is to know about a surprise. */
export const explain = (error: unknown): string => {
  if (error instanceof StartFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
