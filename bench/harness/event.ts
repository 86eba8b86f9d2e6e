/** The data of a finished call, of ordinary size. */
export const exampleData = (index: number): Record<string, unknown> => ({
  callId: `CA${String(index).padStart(32, '0')}`,
  provider: 'twilio',
  direction: 'inbound',
  from: '+15145550142',
  to: '+15145550100',
  status: 'completed',
  duration: 184,
  aiHandled: true,
  outcome: 'BOOKED',
  transcript: 'Customer: My sink is leaking. Assistant: I can send somebody tomorrow at nine. '.repeat(12),
});
