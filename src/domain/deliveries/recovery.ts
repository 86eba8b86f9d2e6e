/** What an endpoint has not taken: never queued for it, waiting for its next attempt, given up, or held while it was disabled. */
export const recoverableStatuses = ['missing', 'waiting', 'dead', 'held'] as const;
type RecoverableStatus = (typeof recoverableStatuses)[number];

/** How far back a recovery reaches. */
export const longestRecoveryMs = 14 * 86_400_000;

/** Which events go out again, and where to. Moments are ISO 8601 in UTC. */
export interface RecoveryFilter {
  /** Null is every endpoint that wants them. */
  endpointId: string | null;
  /** Events from then on … */
  since: string;
  /** … up to, but without, then. */
  until: string;
  /** Null is all that the endpoint wants. */
  eventTypes: string[] | null;
  /** `delivered`: those, too, that the endpoint has taken before the recovery began. */
  statuses: (RecoverableStatus | 'delivered')[];
  startedAt: string;
}

export interface RecoveryProgress {
  /** Found when it began. */
  total: number;
  lookedAt: number;
  /** Without those that another request took on meanwhile. */
  queued: number;
  /** So far. */
  delivered: number;
  /** Attempted and not taken; their retries follow the usual schedule. */
  failed: number;
}

const noProgress: RecoveryProgress = { total: 0, lookedAt: 0, queued: 0, delivered: 0, failed: 0 };

/** @param parts of one recovery; a total that is null is not counted yet. */
export const progressOf = (parts: readonly (Omit<RecoveryProgress, 'total'> & { total: number | null })[]) =>
  parts.reduce<RecoveryProgress>(
    (sum, part) => ({
      total: sum.total + (part.total ?? 0),
      lookedAt: sum.lookedAt + part.lookedAt,
      queued: sum.queued + part.queued,
      delivered: sum.delivered + part.delivered,
      failed: sum.failed + part.failed,
    }),
    noProgress,
  );
