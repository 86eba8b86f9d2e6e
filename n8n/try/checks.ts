import { deepStrictEqual } from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../dev/progress.ts';

/** What was expected of n8n, and whether it came true. */
export class Checks {
  failed = 0;
  passed = 0;
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** @param actual asked again until it is as expected, for ten seconds */
  async eventually<T>(what: string, actual: () => T, expected: T): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (isSame(actual(), expected)) break;
      await delay(100);
    }
    this.same(what, actual(), expected);
  }

  same<T>(what: string, actual: T, expected: T): void {
    if (isSame(actual, expected)) {
      this.passed += 1;
      this.#log(`  ✓ ${what}`);
      return;
    }
    this.failed += 1;
    this.#log(`  ✗ ${what}\n    expected ${JSON.stringify(expected)}\n    but got  ${JSON.stringify(actual)}`);
  }
}

const isSame = (one: unknown, other: unknown): boolean => {
  try {
    deepStrictEqual(one, other);
    return true;
  } catch {
    return false;
  }
};
