/** Where a carrier's leg to Vapi goes. */
export const isVapiAddress = (address: string): boolean => /^sips?:[^@]*@(?:[\w-]+\.)*vapi\.ai\b/i.test(address);
