import { ApplicationFailure } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { User } from '../db/entities.ts';
import { createOneTimeToken } from '../db/people/oneTimeTokens.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import type { UserKey } from '../domain/ids.ts';
import { MailError, type Mail, type Mailer } from '../mail/mailer.ts';
import { passwordResetMail } from '../mail/passwordReset.ts';

const resetLifetimeMs = 3_600_000;

export const createMailActivities = ({ orm, mailer, config }: AppContext) => {
  const send = async (by: Mailer, mail: Mail): Promise<void> => {
    try {
      await by.send(mail);
    } catch (error) {
      if (error instanceof MailError && error.isHopeless)
        throw ApplicationFailure.nonRetryable(error.message, 'MailRefused');
      throw error;
    }
  };

  return {
    /**
     * Mails the user a link that sets a new password. Each run makes a new link, and ends the one before. Neither link
     * nor address leaves the activity: Temporal keeps what it sees.
     * @returns whether there is a user to mail to.
     */
    async mailPasswordReset({ tenantId, userId }: UserKey): Promise<boolean> {
      if (!mailer)
        throw ApplicationFailure.nonRetryable('mail is not configured: SMTP_URL is not set', 'NotConfigured');
      const mail = await tenantEm(orm, tenantId).transactional(async (em) => {
        const user = await em.findOne(User, { id: userId, deactivatedAt: null, passwordHash: { $ne: null } });
        if (!user) return undefined;
        const { token } = await createOneTimeToken(em, user, 'password_reset', resetLifetimeMs);
        // In the fragment it reaches no server's log.
        return passwordResetMail(user, new URL(`${config.http.publicUrl}/#/reset/${token}`));
      });
      if (mail) await send(mailer, mail);
      return mail !== undefined;
    },
  };
};
