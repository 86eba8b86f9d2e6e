import twilio from 'twilio';
import type { DarkInstruction } from '../../domain/answering/darkHour.ts';
import type { StaticLine } from '../provider.ts';
import { speak } from './render.ts';
import type { LamlDialect } from './webhook.ts';

/** A document that a carrier follows without asking any server: verbs without an action go on with the next one. */
export const renderStatic = (
  line: StaticLine,
  { dialTimeout }: Pick<LamlDialect, 'dialTimeout'>,
  instructions: readonly DarkInstruction[],
): string => {
  const response = new twilio.twiml.VoiceResponse();
  for (const instruction of instructions)
    switch (instruction.do) {
      case 'say':
        speak(response, line, instruction.utterance);
        break;
      case 'dialPerson':
        response
          .dial({
            timeout: dialTimeout(instruction.ringSeconds),
            timeLimit: instruction.longestSeconds,
            callerId: line.called,
          })
          .number(instruction.extension === undefined ? {} : { sendDigits: instruction.extension }, instruction.number);
        break;
      case 'takeMessage':
        response.record({
          // Without it the carrier would ask for this document again. Hosts of files answer GET only.
          action: line.thanksUrl,
          method: 'GET',
          maxLength: instruction.longestSeconds,
          timeout: instruction.silenceSeconds,
          playBeep: true,
          finishOnKey: '#',
        });
        break;
      case 'hangUp':
        response.hangup();
        break;
    }
  return response.toString();
};
