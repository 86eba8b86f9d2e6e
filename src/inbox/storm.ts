/** More events than that a second are a storm: Temporal on two cores finishes some tens of calls, of about six events each. */
export const stormPerSecond = 500;

/** A burst that the relay keeps up with is none. */
export const stormBacklog = 500;
