import { assistant as words } from '../../words/assistant.ts';
import type { AnswerContext } from '../provider.ts';
import type { Fields } from '../shared/body.ts';

const languageNames = { fr: 'français', en: 'English' } as const;

/** What the tenant's assistant is told of this call: who calls, and in which language they are greeted first. */
export const overridesFor = ({ tenant, caller }: AnswerContext): Fields => {
  const greeting = words.greeting(tenant.name);
  const language = caller?.language ?? null;
  return {
    // French comes first; who is known to speak one of them hears that one alone.
    ...(language !== null && { firstMessage: greeting[language] }),
    variableValues: {
      businessName: tenant.name,
      callerName: caller?.name ?? '',
      callerLanguage: language === null ? '' : languageNames[language],
      // Said nowhere yet.
      hours: '',
    },
  };
};
