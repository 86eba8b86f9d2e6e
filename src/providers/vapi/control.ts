import { request } from 'undici';
import type { AssistantCommand, CommandOutcome } from '../../domain/calls/command.ts';
import type { Fields } from '../shared/body.ts';
import { causeOf, deadline, VendorError } from '../shared/vendorHttp.ts';

const messageOf = (command: AssistantCommand): Fields => {
  switch (command.kind) {
    case 'say': {
      const { text, thenHangUp = false } = command;
      return { type: 'say', content: text, endCallAfterSpoken: thenHangUp, interruptAssistantEnabled: true };
    }
    case 'mute':
      return { type: 'control', control: 'mute-assistant' };
    case 'unmute':
      return { type: 'control', control: 'unmute-assistant' };
    case 'hang_up':
      return { type: 'end-call' };
  }
};

/**
 * Whether a call's address for commands is Vapi's own. It came with a webhook: our server must not be sent anywhere else.
 * @param otherHosts `host:port` of stand-ins, which may be reached without TLS.
 */
export const isControlUrl = (text: string, otherHosts: readonly string[]): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, host, username, port } = new URL(text);
  if (username !== '') return false;
  if (otherHosts.includes(host)) return true;
  return protocol === 'https:' && port === '' && (hostname === 'vapi.ai' || hostname.endsWith('.vapi.ai'));
};

/**
 * Tells a live call's assistant what to do. Redirections are not followed.
 * @throws VendorError, which does not name the address: it is a secret.
 */
export const commandVapi = async (
  controlUrl: string,
  otherHosts: readonly string[],
  command: AssistantCommand,
  signal?: AbortSignal,
): Promise<CommandOutcome> => {
  if (!isControlUrl(controlUrl, otherHosts))
    throw new VendorError('vapi', { status: 400, message: 'the address for commands is not one of theirs' });
  let status: number;
  try {
    const answered = await request(controlUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(messageOf(command)),
      signal: deadline(signal),
    });
    status = answered.statusCode;
    await answered.body.dump();
  } catch (error) {
    signal?.throwIfAborted();
    const { code } = causeOf(error);
    throw new VendorError('vapi', code === undefined ? {} : { code });
  }
  if (status === 404 || status === 410) return 'over';
  if (status < 200 || status >= 300) throw new VendorError('vapi', { status, message: 'the command was refused' });
  return 'taken';
};
