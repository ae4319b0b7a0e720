/** The command line: argv in, exit code out. All that a command uses of the process comes with `io`. */
import { CommanderError, Option, Command as Program } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { concealSecrets } from '../index.ts';
import { visibleLine } from '../util/visible.ts';
import { colourHelp, withoutColourFlags } from './colour.ts';
import type { AnyCommand, CommandEntry, Flag } from './command.ts';
import { commands } from './commands.ts';
import { CommandError, type ExitCode, exit, type Io, shown } from './io.ts';

export async function main(words: readonly string[], given: Io): Promise<ExitCode> {
  const { stdout, stderr } = given;
  const { argv, env } = withoutColourFlags(words, given.env);
  // The other members are read when a command needs them: whether input is a terminal costs a tenth of the start.
  const io = Object.defineProperties({} as Io, {
    ...Object.getOwnPropertyDescriptors(given),
    env: { value: env, enumerable: true },
    stdout: { value: shown(stdout, env), enumerable: true },
    stderr: { value: shown(stderr, env), enumerable: true },
  });
  let code: ExitCode = exit.clean;
  const program = newProgram(io);
  const called = commands.find((entry) => entry.name === firstWord(argv));
  for (const entry of commands) {
    const sub = program.command(entry.name).description(entry.summary).helpCommand(false);
    if (entry === called) {
      await equip(sub, entry, io, (result) => {
        code = result;
      });
    }
  }
  try {
    await program.parseAsync(withoutHelpFor(argv), { from: 'user' });
  } catch (error) {
    return explain(error, io);
  }
  return code;
}

const firstWord = (argv: readonly string[]): string | undefined =>
  argv[0] === 'help' ? argv[1] : argv.find((word) => !word.startsWith('-'));

/** `help x` gets the error of `x` where that is not a command. */
function withoutHelpFor(argv: readonly string[]): string[] {
  const [first, name] = argv;
  const isUnknown = name !== undefined && !commands.some((entry) => entry.name === name);
  return first === 'help' && isUnknown ? [...argv.slice(1)] : [...argv];
}

function newProgram(io: Io): Program {
  return new Program('consul-cfg')
    .description(packageJson.description)
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help; `consul-cfg COMMAND --help` shows that of a command')
    .configureOutput({
      writeOut: io.stdout.write,
      writeErr: io.stderr.write,
      outputError: (text, write) => write(text.replace(/^error: /, 'consul-cfg: ')),
      getOutHelpWidth: () => io.stdout.columns,
      getErrHelpWidth: () => io.stderr.columns,
    })
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError(true)
    .showHelpAfterError('`consul-cfg --help` lists the commands.')
    .addHelpText('after', startText)
    .exitOverride();
}

/** Where to begin, under the list of commands. */
const startText = `
To begin:
  $ consul-cfg init                   write a first cluster.yaml, for \`render\`
  $ consul-cfg lint /etc/consul.d     lint the configuration of a host`;

async function equip(
  sub: Program,
  entry: CommandEntry,
  io: Io,
  done: (code: ExitCode) => void,
): Promise<void> {
  const { command } = await entry.load();
  if (command.arguments) sub.arguments(command.arguments);
  sub.description(`${entry.summary}\n\n${command.description}`);
  for (const flag of command.flags) sub.addOption(toOption(flag));
  if (command.takesDashes) sub.allowUnknownOption();
  sub.addHelpText('after', `${colourHelp}\n\n${examplesText(command)}`);
  sub.showHelpAfterError(
    `Such as: ${command.examples[0]?.line}\n\`consul-cfg ${entry.name} --help\` shows all flags.`,
  );
  sub.action(async () => {
    const args = sub.processedArgs.flat().filter((arg): arg is string => typeof arg === 'string');
    done(await command.run(args, sub.opts() as never, { ...io, named: args }, commands));
  });
}

function toOption(flag: Flag): Option {
  const option = new Option(flag.flags, flag.docs);
  if (flag.default !== undefined) option.default(flag.default);
  if (flag.choices) option.choices([...flag.choices]);
  if (flag.repeatable) {
    option.argParser((value: string, previous: readonly string[] | undefined) => [
      ...(previous ?? []),
      value,
    ]);
  }
  return option;
}

function examplesText(command: AnyCommand): string {
  const lines = command.examples.map(({ line, does }) => `  $ ${line}\n      ${does}`);
  return `Examples:\n${lines.join('\n')}`;
}

/** One line for what a person can correct; commander has printed its own. Anything else is a bug, and is thrown on. */
function explain(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.usage;
  if (error instanceof CommandError) {
    io.stderr.write(`consul-cfg: ${visibleLine(concealSecrets(error.message))}\n`);
    return error.code;
  }
  throw error;
}
