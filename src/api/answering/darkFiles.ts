import { changesWithin } from '../../contract/answering/schedule.ts';
import { darkScript, type DarkInstruction } from '../../domain/answering/darkHour.ts';
import { defaultPlan } from '../../domain/answering/defaultPlan.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import type { Carrier } from '../../domain/providers.ts';
import type { Providers } from '../../providers/registry.ts';
import { greetings } from '../../words/voice.ts';

/** A number, and how its calls are answered. */
interface DarkNumber {
  /** E.164. */
  number: string;
  carrier: Carrier;
  /** Undefined where the tenant has published none for it. */
  published: { version: number; plan: AnsweringPlan } | undefined;
}

export interface DarkTenant {
  slug: string;
  name: string;
  numbers: readonly DarkNumber[];
}

/** So long ahead the index says when which file holds. */
const scheduledDays = 35;

const states = ['open', 'closed'] as const;
const thanksFile = 'thanks.xml';

const thanks = ({ languages }: AnsweringPlan): DarkInstruction[] => [
  ...languages.map((language): DarkInstruction => ({ do: 'say', utterance: { language, sentence: 'thanks' } })),
  { do: 'hangUp' },
];

/** Without the plus, which hosts and consoles spell in several ways. */
const folderOf = (number: string): string => number.replace(/^\+/, '');

/**
 * A tenant's plans as documents that carriers follow without us, to be put on any web host.
 * @param thanksUrl where `thanks.xml` will be, if not beside the others.
 * @returns texts by path; `index.json` says which file holds when.
 */
export const darkFiles = (
  providers: Providers,
  { slug, name, numbers }: DarkTenant,
  at: Date,
  thanksUrl?: string,
): Record<string, string> => {
  const ownNumbers = numbers.map(({ number }) => number);
  const files: Record<string, string> = {};
  const index = numbers.map(({ number, carrier, published }) => {
    const plan = published?.plan ?? defaultPlan(greetings.inbound(name), false);
    const folder = folderOf(number);
    const { gasCompany } = plan.emergency ?? {};
    const line = { business: name, gasCompany, called: number, thanksUrl: thanksUrl ?? thanksFile };
    const write = (file: string, script: readonly DarkInstruction[]): void => {
      files[`${folder}/${file}`] = providers[carrier].staticDocument(line, script);
    };
    for (const state of states) write(`${state}.xml`, darkScript(plan, state, ownNumbers));
    write(thanksFile, thanks(plan));
    const changes = changesWithin(plan, at, scheduledDays);
    return {
      number,
      carrier,
      version: published?.version ?? null,
      timeZone: plan.timeZone,
      schedule: changes.map(({ from, open }) => ({ from, file: `${folder}/${open ? 'open' : 'closed'}.xml` })),
    };
  });
  const until = new Date(at.getTime() + scheduledDays * 86_400_000);
  files['index.json'] = `${JSON.stringify({ tenant: slug, exportedAt: at, until, numbers: index }, undefined, 2)}\n`;
  return files;
};
