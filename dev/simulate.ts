import { listOfScenarios, readCommand, usage, type Command } from './simulator/options.ts';
import { playScenario, type PlayOptions } from './simulator/play.ts';
import { describeReport, describeSent } from './simulator/report.ts';

const print = (text: string): boolean => process.stdout.write(`${text}\n`);
const complain = (text: string): boolean => process.stderr.write(`${text}\n`);

const isUp = (baseUrl: string): Promise<boolean> =>
  fetch(`${baseUrl}/health/live`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

const play = async (options: PlayOptions): Promise<number> => {
  const { baseUrl = '' } = options;
  if (!(await isUp(baseUrl))) throw new Error(`Nothing answers at ${baseUrl}. Is \`npm start\` running?`);
  const disorder = (['shuffle', 'duplicate', 'dropLast'] as const).filter((name) => options[name]).join(', ');
  print(`${options.scenario} by ${options.provider}, ${options.language}${disorder && ` (${disorder})`} → ${baseUrl}`);
  const report = await playScenario({
    ...options,
    onSent: (sent) => print(describeSent(sent)),
    onNote: (note) => print(`  · ${note}`),
  });
  print(describeReport(report));
  return report.problems.length === 0 ? 0 : 1;
};

const run = async (): Promise<number> => {
  let command: Command;
  try {
    command = readCommand(process.argv.slice(2));
  } catch (error) {
    complain(`${(error as Error).message}\n\n--help says more.`);
    return 2;
  }
  if ('show' in command) {
    print(command.show === 'help' ? usage : listOfScenarios());
    return 0;
  }
  try {
    return await play(command.play);
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    complain(`✗ ${message}${cause?.code ? ` (${cause.code})` : ''}`);
    return 1;
  }
};

process.exitCode = await run();
