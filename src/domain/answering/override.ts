/**
 * What a business may decide for a while, whatever its plan says.
 * `closed`: as at night. `all-to`: every call goes to one number first.
 */
export const overrideKinds = ['closed', 'all-to'] as const;

/** Where an override was asked for: by a user on the page, by a program, by a text from a number of the business. */
export const overrideSources = ['user', 'api_key', 'text'] as const;
export type OverrideSource = (typeof overrideSources)[number];

/** An exception to the plans of a tenant that ends by itself. */
export type AnsweringOverride = { until: Date } & (
  | { kind: 'closed' }
  | { kind: 'all-to'; /** E.164. */ number: string }
);

/** The override, as long as it holds. */
export const overrideAt = <Override extends { until: Date }>(
  override: Override | undefined,
  at: Date,
): Override | undefined => (override && at < override.until ? override : undefined);
