import type { Stage } from './stage.ts';

export interface Line {
  role: 'bot' | 'user';
  text: string;
}

export interface ToolCall {
  /** It is made after this many lines. */
  afterLines: number;
  name: string;
  arguments: Record<string, unknown>;
  /** What Vapi noted as the tool's answer. */
  result: string;
  /** One that we have: it must do something, and say so. */
  isOurs?: true;
}

/** What was said, and what the assistant made of it. */
export interface Script {
  lines: readonly Line[];
  tool?: ToolCall;
  summary: string;
  structuredData: Record<string, unknown>;
  successEvaluation: 'true' | 'false';
}

export interface Spoken extends Line {
  /** Seconds since the call began. */
  from: number;
  to: number;
}

/** Spreads the lines over the time that the conversation took, each by its length. */
export const timed = (lines: readonly Line[], from: number, to: number): Spoken[] => {
  const weights = lines.map(({ text }) => text.length + 15);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let spent = 0;
  return lines.map((line, index) => {
    const start = from + ((to - from) * spent) / total;
    spent += weights[index] ?? 0;
    // A breath between two lines.
    return { ...line, from: start, to: from + ((to - from) * spent) / total - 0.3 };
  });
};

export const transcriptOf = (lines: readonly Line[]): string =>
  lines.map(({ role, text }) => `${role === 'bot' ? 'AI' : 'User'}: ${text}\n`).join('');

const systemPrompt = {
  fr: 'Tu es la réceptionniste de Climatisation Démo, à Montréal.',
  en: 'You are the receptionist of Climatisation Démo, in Montréal.',
};

/** Vapi's `artifact`: the conversation in its own and in OpenAI's form. Arguments of tools are JSON text here. */
export const artifactOf = (stage: Stage, spoken: readonly Spoken[], startedAt: number, tool?: ToolCall) => {
  const ms = (seconds: number): number => stage.at(seconds).getTime();
  const system = systemPrompt[stage.language];
  const messages: Record<string, unknown>[] = spoken.map(({ role, text, from, to }) => ({
    role,
    message: text,
    time: ms(from),
    endTime: ms(to),
    secondsFromStart: Number((from - startedAt).toFixed(3)),
    duration: Math.round((to - from) * 1000),
    ...(role === 'bot' ? { source: '' } : { metadata: { wordLevelConfidence: [] } }),
  }));
  const formatted: Record<string, unknown>[] = spoken.map(({ role, text }) => ({
    role: role === 'bot' ? 'assistant' : 'user',
    content: text,
  }));
  if (tool && spoken.length >= tool.afterLines) {
    const at = spoken[tool.afterLines - 1]?.to ?? startedAt;
    const id = toolCallId(stage, tool);
    const call = { id, type: 'function', function: { name: tool.name, arguments: JSON.stringify(tool.arguments) } };
    const secondsFromStart = Number((at - startedAt).toFixed(3));
    messages.splice(tool.afterLines, 0, {
      role: 'tool_calls',
      message: '',
      time: ms(at),
      secondsFromStart,
      toolCalls: [call],
    });
    formatted.splice(tool.afterLines, 0, { role: 'assistant', content: '', tool_calls: [call] });
    // While the tool is asked, its answer is not there yet.
    if (spoken.length > tool.afterLines) {
      messages.splice(tool.afterLines + 1, 0, {
        role: 'tool_call_result',
        time: ms(at + 0.4),
        secondsFromStart: Number((at + 0.4 - startedAt).toFixed(3)),
        name: tool.name,
        result: tool.result,
        toolCallId: id,
      });
      formatted.splice(tool.afterLines + 1, 0, { role: 'tool', content: tool.result, tool_call_id: id });
    }
  }
  return {
    messages: [{ role: 'system', message: system, time: ms(startedAt), secondsFromStart: 0 }, ...messages],
    messagesOpenAIFormatted: [{ role: 'system', content: system }, ...formatted],
  };
};

export const toolCallId = (stage: Stage, { name }: ToolCall): string =>
  `call_${stage.uuid(`tool/${name}`).replaceAll('-', '').slice(0, 24)}`;
