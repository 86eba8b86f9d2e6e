import { defineSignal } from '@temporalio/workflow';

export const taskQueue = 'bare-calls';
export const eventSignal = defineSignal<[event: object]>('event');

/** To the client's process: report these calls, so many at the same time. */
export interface ReportOrder {
  from: number;
  calls: number;
  atOnce: number;
}

/** From the client's process, when all signals of an order are sent. */
export interface Reported {
  from: number;
  milliseconds: number;
}
