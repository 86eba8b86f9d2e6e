import type { ToolName } from '../../contract/tools/arguments.ts';
import { describedTools, parametersOf, toolDescriptions } from '../../contract/tools/descriptions.ts';
import { assistant as words } from '../../words/assistant.ts';
import type { Bilingual } from '../../words/bilingual.ts';
import type { AssistantPlan, VapiSettings } from '../provider.ts';
import type { Fields } from '../shared/body.ts';

/** The header by which `verifyVapi` knows that a message is from the tenant's own account. */
export const secretHeader = 'X-Vapi-Secret';

const maxNameLength = 40;

/** Longer than the workflow lets a call last, so that ours is the sentence that ends it. */
const marginSeconds = 60;

const inBoth = ({ fr, en }: Bilingual, separator = ' '): string => `${fr}${separator}${en}`;

const contents = ({ fr, en }: Bilingual) => [
  { type: 'text', text: fr, language: 'fr' },
  { type: 'text', text: en, language: 'en' },
];

const serverOf = ({ webhookUrl }: AssistantPlan, { webhookSecret }: VapiSettings): Fields => ({
  url: webhookUrl,
  timeoutSeconds: 20,
  headers: { [secretHeader]: webhookSecret },
  // A report that is lost never comes again by itself.
  backoffPlan: { type: 'exponential', maxRetries: 5, baseDelaySeconds: 2 },
});

const startOf = (tool: ToolName): Bilingual => (tool === 'get_business_info' ? words.looking() : words.noting());

/** Without its own sentence for the start of a tool Vapi says one in English. Its result is said by the model: no others. */
const toolOf = (tool: ToolName, plan: AssistantPlan, settings: VapiSettings): Fields => ({
  type: 'function',
  async: false,
  function: {
    name: tool,
    description: toolDescriptions[tool].description,
    strict: false,
    parameters: parametersOf(tool),
  },
  messages: [
    { type: 'request-start', contents: contents(startOf(tool)), blocking: false },
    { type: 'request-response-delayed', timingMilliseconds: 4_000, contents: contents(words.moment()) },
  ],
  server: serverOf(plan, settings),
});

export const toolsOf = (plan: AssistantPlan, settings: VapiSettings): [ToolName, Fields][] =>
  describedTools.map((tool) => [tool, toolOf(tool, plan, settings)]);

/** By this a tenant's assistant is found again in the account. */
export const metadataOf = ({ tenant }: AssistantPlan): Fields => ({
  managedBy: 'ai-receptionist',
  tenantId: tenant.id,
});

/** The caller says nothing: asked once, then the call ends. The clock starts when the assistant has spoken. */
const silenceHooks = [
  {
    on: 'customer.speech.timeout',
    name: 'still-there',
    options: { timeoutSeconds: 12, triggerMaxCount: 2, triggerResetMode: 'onUserSpeech' },
    do: [{ type: 'say', exact: inBoth(words.stillThere()) }],
  },
  {
    on: 'customer.speech.timeout',
    name: 'silent-too-long',
    options: { timeoutSeconds: 40, triggerMaxCount: 1, triggerResetMode: 'onUserSpeech' },
    do: [{ type: 'tool', tool: { type: 'endCall' } }],
  },
];

export const assistantOf = (plan: AssistantPlan, settings: VapiSettings, toolIds: readonly string[]): Fields => {
  const { name } = plan.tenant;
  return {
    name: name.slice(0, maxNameLength).toWellFormed(),
    firstMessage: inBoth(words.greeting(name)),
    firstMessageMode: 'assistant-speaks-first',
    transcriber: { provider: 'deepgram', model: 'nova-3', language: 'multi' },
    voice: { provider: 'azure', voiceId: 'fr-CA-SylvieNeural' },
    model: {
      provider: 'openai',
      model: 'gpt-4o',
      messages: [
        {
          role: 'system',
          content: `${inBoth(words.instructions(name), '\n\n')}\n\n${inBoth(words.aboutCaller(), '\n')}`,
        },
      ],
      toolIds: [...toolIds],
      tools: [{ type: 'endCall' }],
    },
    server: serverOf(plan, settings),
    serverMessages: [
      'status-update',
      'end-of-call-report',
      'tool-calls',
      'transfer-destination-request',
      'transfer-update',
      'hang',
      'transcript[transcriptType="final"]',
    ],
    maxDurationSeconds: plan.longestCallSeconds + marginSeconds,
    endCallMessage: inBoth(words.goodbye()),
    hooks: silenceHooks,
    // Callers have not been asked for their consent.
    artifactPlan: { recordingEnabled: false },
    monitorPlan: { listenEnabled: false, controlEnabled: true },
    metadata: metadataOf(plan),
  };
};
