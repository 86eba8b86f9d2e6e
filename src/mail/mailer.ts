import { createTransport, type NodemailerError } from 'nodemailer';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /** Resolves when the mail server has taken it. @throws MailError */
  send(mail: Mail): Promise<void>;
}

interface MailSettings {
  /** `smtp://` (STARTTLS where offered) or `smtps://`, with user and password where the server wants them. */
  url: string;
  /** `Name <address>`, or an address alone. */
  from: string;
}

/** A mail that did not leave. Says so without the server's own words, which like to repeat the address. */
export class MailError extends Error {
  /** This mail will be refused tomorrow too. */
  readonly isHopeless: boolean;

  constructor({ code, originalCode, responseCode, command, permanent }: NodemailerError) {
    super(
      responseCode === undefined
        ? `the mail could not be handed over (${originalCode ?? code ?? 'unknown'})`
        : `the mail server answered ${responseCode} to ${command ?? 'the connection'}`,
    );
    this.name = 'MailError';
    // A login that fails, and whatever else is not about this mail, can be put right while we wait.
    this.isHopeless = (code === 'EENVELOPE' || code === 'EMESSAGE') && permanent !== false;
  }
}

/** For one mail, however the server trickles. */
const deadlineMs = 30_000;

/** Sends by SMTP, a connection a mail. */
export const createMailer = ({ url, from }: MailSettings): Mailer => {
  // Auto-replies to a machine help no person (RFC 3834).
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const transport = createTransport({ url }, { from, headers });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({ ...mail, signal: AbortSignal.timeout(deadlineMs) });
      } catch (error) {
        throw new MailError(error as NodemailerError);
      }
    },
  };
};
