/** How long a tenant may ask us to keep things. */
export const retentionLimits = {
  /** Calls with all that belongs to them. */
  callMonths: { least: 1, most: 120, usual: 12 },
  /**
   * Webhooks in, events and deliveries out, and the log of attempts. Two weeks at least: a delivery is tried for days, and a day's
   * usage is reported within a week.
   */
  logDays: { least: 14, most: 730, usual: 90 },
} as const;

export interface RetentionSettings {
  callRetentionMonths: number;
  logRetentionDays: number;
}

const dayMs = 86_400_000;

/**
 * Whether the events of a call that was closed then have been deleted, or may be at any moment: what is derived once more must not
 * go out a second time. A day early, since the first events of a call are older than its end.
 */
export const areEventsPast = (closedAt: Date, logRetentionDays: number, now = Date.now()): boolean =>
  closedAt.getTime() < now - (logRetentionDays - 1) * dayMs;
