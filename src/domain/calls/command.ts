/** What an assistant can be told in the middle of a call. */
export type AssistantCommand =
  | { kind: 'say'; text: string; thenHangUp?: true }
  | { kind: 'mute' }
  | { kind: 'unmute' }
  | { kind: 'hang_up' };

/** `over`: there is no such call any more, which is no failure where it was to end. */
export type CommandOutcome = 'taken' | 'over';
