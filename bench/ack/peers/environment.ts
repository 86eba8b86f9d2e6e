/** What the harness gives a peer's processes. */
export const environment = {
  port: Number(required('PORT')),
  databaseUrl: required('DATABASE_URL'),
  publicUrl: required('PUBLIC_URL'),
  /** Tenants are cached in memory, as ours are. */
  authTokens: new Map([[required('TENANT_SLUG'), required('TWILIO_AUTH_TOKEN')]]),
  poolSize: Number(required('POOL_SIZE')),
};

export const queueEnvironment = () => ({
  redisUrl: required('REDIS_URL'),
  prefix: required('QUEUE_PREFIX'),
  concurrency: Number(required('WORKER_CONCURRENCY')),
});

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

// The harness is gone.
process.once('disconnect', () => process.exit());
