import { artifactOf, timed, toolCallId, transcriptOf, type Script, type Spoken } from './conversation.ts';
import type { Stage } from './stage.ts';
import { costBreakdown, recordingOf, vapiAssistant, vapiCall, vapiPhoneNumber, vapiTool } from './vapiObjects.ts';
import type { Expectation, WebhookToSend } from './webhook.ts';

/** How the assistant's part of a call went. Times are seconds since the call began. */
export interface AssistantPart {
  script: Script;
  /** Vapi is asked to take the call. */
  asked: number;
  answered: number;
  ended: number;
  endedReason: string;
  costUsd: number;
}

interface Sent {
  key: string;
  type: string;
  at: number;
  label?: string;
  fields?: Record<string, unknown>;
  expects?: Expectation;
}

/** The server messages of one call as Vapi sends them, with the noise that the defaults bring along. */
export const vapiOf = (stage: Stage, { script, asked, answered, ended, endedReason, costUsd }: AssistantPart) => {
  const tool = script.tool;
  const tools = tool ? [vapiTool(stage, tool)] : [];
  const assistant = vapiAssistant(stage, script.lines[0]?.text ?? '', tools);
  const spoken = timed(script.lines, answered + 0.8, ended - 0.8);
  const transcript = transcriptOf(script.lines);
  const report = {
    endedReason,
    startedAt: stage.at(answered).toISOString(),
    endedAt: stage.at(ended).toISOString(),
    cost: costUsd,
    costBreakdown: costBreakdown(costUsd),
    analysis: {
      summary: script.summary,
      structuredData: script.structuredData,
      successEvaluation: script.successEvaluation,
    },
    artifact: {
      ...artifactOf(stage, spoken, answered, tool),
      transcript,
      ...recordingOf(stage),
      recording: {
        stereoUrl: recordingOf(stage).stereoRecordingUrl,
        mono: { combinedUrl: recordingOf(stage).recordingUrl },
      },
    },
  };

  const message = ({
    key,
    type,
    at,
    label = type,
    fields = {},
    expects = { kind: 'acknowledgement' },
  }: Sent): WebhookToSend => {
    const body = JSON.stringify({
      message: {
        timestamp: stage.at(at).getTime(),
        type,
        ...fields,
        call: vapiCall(stage, at < answered ? 'ringing' : 'in-progress', asked),
        phoneNumber: vapiPhoneNumber(stage),
        customer: { number: stage.from },
        ...(type !== 'assistant-request' && { assistant }),
      },
    });
    return {
      key: `vapi/${key}`,
      label: `vapi ${label}`,
      provider: 'vapi',
      url: stage.vapiUrl,
      headers: {
        'content-type': 'application/json',
        'x-vapi-secret': stage.accounts.vapi.webhookSecret,
        'x-call-id': stage.vapiCallId,
      },
      body,
      atSeconds: at,
      expects,
      deadlineMs: expects.kind === 'assistant' ? 7_500 : 20_000,
      retries: 0,
      closing: false,
    };
  };

  /** What one line of the conversation makes Vapi send. */
  const said = (line: Spoken, index: number): WebhookToSend[] => {
    const role = line.role === 'bot' ? 'assistant' : 'user';
    const sofar = artifactOf(stage, spoken.slice(0, index + 1), answered, tool);
    const speech = (status: 'started' | 'stopped', at: number) =>
      message({
        key: `speech/${index}/${status}`,
        type: 'speech-update',
        label: `speech-update ${role} ${status}`,
        at,
        fields: { status, role, turn: Math.floor(index / 2), artifact: sofar },
      });
    const heard = message({
      key: `transcript/${index}`,
      type: 'transcript',
      at: line.to,
      fields: {
        role,
        transcriptType: 'final',
        transcript: line.text,
        isFiltered: false,
        detectedThreats: [],
        artifact: sofar,
      },
    });
    const told = message({
      key: `conversation/${index}`,
      type: 'conversation-update',
      at: line.to + 0.1,
      fields: {
        messages: sofar.messages,
        conversation: sofar.messagesOpenAIFormatted,
        messagesOpenAIFormatted: sofar.messagesOpenAIFormatted,
        artifact: sofar,
      },
    });
    return [speech('started', line.from), speech('stopped', line.to), ...(role === 'user' ? [heard, told] : [])];
  };

  const toolCalls = (): WebhookToSend[] => {
    if (!tool) return [];
    const id = toolCallId(stage, tool);
    const call = { id, type: 'function', function: { name: tool.name, arguments: tool.arguments } };
    const at = (spoken[tool.afterLines - 1]?.to ?? answered) + 0.2;
    const fields = {
      toolCalls: [call],
      toolCallList: [call],
      toolWithToolCallList: [{ ...tools[0], toolCall: call }],
      artifact: artifactOf(stage, spoken.slice(0, tool.afterLines), answered, tool),
    };
    return [
      message({
        key: `tool/${tool.name}`,
        type: 'tool-calls',
        label: `tool-calls ${tool.name}`,
        at,
        fields,
        expects: { kind: 'tool-results', toolCallIds: [id], mustDo: tool.isOurs ?? false },
      }),
    ];
  };

  return {
    /** "Which assistant shall take this call?" */
    assistantRequest: () =>
      message({ key: 'assistant-request', type: 'assistant-request', at: asked, expects: { kind: 'assistant' } }),

    status: (status: 'in-progress' | 'forwarding' | 'ended', at: number) =>
      message({
        key: `status/${status}`,
        type: 'status-update',
        label: `status-update ${status}`,
        at,
        fields: {
          status,
          ...(status === 'ended' && { endedReason }),
          ...(status === 'forwarding' && { destination: { type: 'number', number: stage.person } }),
        },
      }),

    conversation: (): WebhookToSend[] => [...spoken.flatMap(said), ...toolCalls()],

    transferUpdate: (at: number) =>
      message({
        key: 'transfer-update',
        type: 'transfer-update',
        at,
        fields: { destination: { type: 'number', number: stage.person, message: '' } },
      }),

    /** Comes some seconds after the end, once the analysis is done; its `call.status` is stale. */
    endOfCallReport: (at: number) =>
      message({
        key: 'report',
        type: 'end-of-call-report',
        at,
        fields: {
          ...report,
          durationSeconds: ended - answered,
          durationMs: Math.round((ended - answered) * 1000),
          durationMinutes: Number(((ended - answered) / 60).toFixed(4)),
          summary: script.summary,
          transcript,
          messages: report.artifact.messages,
          ...recordingOf(stage),
        },
      }),

    /** What `GET /call/{id}` answers after the end. */
    resource: (): Record<string, unknown> => ({
      ...vapiCall(stage, 'ended', asked),
      ...report,
      updatedAt: stage.at(ended + 3).toISOString(),
      ...(endedReason === 'assistant-forwarded-call' && { forwardedPhoneNumber: stage.person }),
    }),
  };
};
