/**
 * `contested`: another tenant or carrier has it as active, since before that was refused; it is answered all the same.
 * `released`: not the tenant's any more; what was said about it keeps its meaning.
 */
export const phoneNumberStatuses = ['active', 'contested', 'released'] as const;

/** What a number can do at its carrier. */
export type NumberCapability = 'voice' | 'sms' | 'mms' | 'fax';
