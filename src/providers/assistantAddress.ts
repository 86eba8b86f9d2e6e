import { isVapiAddress } from './vapi/address.ts';

/** One for each vendor of assistants. */
const vendors = [isVapiAddress];

/** Whether a leg that goes there reaches an assistant, rather than a person. */
export const isAssistantAddress = (address: string): boolean => vendors.some((isTheirs) => isTheirs(address));
