import { condition, sleep } from '@temporalio/workflow';

/**
 * How long nothing was heard. A timer that is not due yet is left running rather than cancelled and started anew
 * at each word: half the history events of a talkative call.
 */
export class Silence {
  #heardAt = Date.now();
  #waitingSince = Date.now();
  /** When the earliest running timer goes off. */
  #alarmAt = Number.POSITIVE_INFINITY;

  heard(): void {
    this.#heardAt = Date.now();
    this.pause();
  }

  /** Waits anew, although nothing was heard. */
  pause(): void {
    this.#waitingSince = Date.now();
  }

  get lastedMs(): number {
    return Date.now() - this.#heardAt;
  }

  /**
   * Resolves when `news` holds, or, with false, after this many milliseconds without a word.
   * @param until no longer than to this moment, in milliseconds since 1970.
   */
  async brokenBy(news: () => boolean, milliseconds: number, until = Number.POSITIVE_INFINITY): Promise<boolean> {
    const left = () => Math.min(this.#waitingSince + milliseconds, until) - Date.now();
    while (!news() && left() > 0) {
      if (this.#alarmAt > Date.now() + left()) this.#setAlarm(left());
      const alarmAt = this.#alarmAt;
      await condition(() => news() || this.#alarmAt !== alarmAt);
    }
    return news();
  }

  #setAlarm(milliseconds: number): void {
    const alarmAt = Date.now() + milliseconds;
    this.#alarmAt = alarmAt;
    void sleep(milliseconds).then(() => {
      if (this.#alarmAt === alarmAt) this.#alarmAt = Number.POSITIVE_INFINITY;
    });
  }
}
