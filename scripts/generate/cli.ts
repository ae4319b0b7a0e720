/** `docs/cli.md`: every command with its flags and examples, from the command records. */
import { Option } from 'commander';
import type { Command, CommandEntry, Flag } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';

const loaded = await Promise.all(
  commands.map(async (entry) => ({ entry, command: (await entry.load()).command as Command })),
);

export function cliMarkdown(): string {
  return `# The command line

Made from the command records by \`npm run generate\`. \`consul-cfg COMMAND --help\` prints the same.

| command | what it does |
|---|---|
${commands.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${summary} |`).join('\n')}

Exit codes, of all commands:

| code | meaning |
|---|---|
| 0 | nothing of error level |
| 1 | findings of error level, or those that a flag counts as such |
| 2 | the command line is wrong |
| 3 | the work could not be done: a path that does not exist, a file that cannot be read or written |
| 70 | a bug in consul-cfg |

${loaded.map(({ entry, command }) => section(entry, command)).join('\n')}`;
}

function section({ name, summary }: CommandEntry, command: Command): string {
  const flags =
    command.flags.length > 0
      ? `\n| flag | what it does |\n|---|---|\n${command.flags.map(row).join('\n')}\n`
      : '';
  const examples = command.examples.map(({ line, does }) => `${line}  # ${does}`).join('\n');
  const usage = ['consul-cfg', name, command.arguments].filter(Boolean).join(' ');
  return `## ${name}

\`${usage}\`: ${summary}.

${command.description}
${flags}
\`\`\`sh
${examples}
\`\`\`
`;
}

function row(flag: Flag): string {
  const { negate } = new Option(flag.flags);
  const notes = [
    flag.choices && `one of ${flag.choices.join(', ')}`,
    flag.default !== undefined && !negate && `default: ${flag.default}`,
    flag.repeatable && 'may be given several times',
  ].filter(Boolean);
  return `| ${code(flag.flags)} | ${plain(flag.docs)}${notes.length > 0 ? ` (${plain(notes.join('; '))})` : ''} |`;
}

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const plain = (text: string): string => text.replace(/[|<*_]/g, '\\$&');
