/** What a contestant delivers in one round. */
export interface Plan {
  /** One for each tenant, each on its own path. */
  urls: string[];
  secret: string;
  /** In all, spread evenly over the endpoints. */
  deliveries: number;
  /** Requests under way at the same time, where that is the contestant's choice. */
  concurrency: number;
}

/** What the product's deliveries are when its worker comes up. */
export type Waiting = 'first' | 'retries' | 'recovery';

/** What the receiver saw. */
export interface Arrivals {
  /** Different `webhook-id`s with a right signature. */
  delivered: number;
  /** Requests beyond the first of their id, or with a wrong signature. */
  repeated: number;
  forged: number;
  /** From the first to the last that counted. */
  seconds: number;
}
