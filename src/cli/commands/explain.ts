/** `explain`: all there is to know of an option or a rule. */
import type { AnyRule } from '../../lint/rule.ts';
import { factsOf } from '../../options/describe.ts';
import type { Found } from '../../options/lookup.ts';
import { type Named, optionNamed } from '../../options/named.ts';
import { minorOf } from '../../options/versions.ts';
import { type Colours, coloursIf } from '../../report/colours.ts';
import type { Command } from '../command.ts';
import { consulVersion } from '../consul-version.ts';
import { CommandError, type ExitCode, exit, type Io } from '../io.ts';
import { wantsColour } from '../print.ts';

interface Options {
  readonly consul?: string;
  readonly json?: boolean;
}

export const command: Command<Options> = {
  arguments: '<name...>',
  description:
    'A name is the path of an option (`ports.grpc_tls`, `services[].checks[].http`), its last part, a flag of ' +
    '`consul agent` (`-retry-join`), a key of former days, or the id of a rule. A misspelt name leads to the likeliest ' +
    'option.',
  takesDashes: true,
  flags: [
    { flags: '--consul <version>', docs: 'Consul release whose defaults are shown (default: the newest)' },
    { flags: '--json', docs: 'print one JSON object for each option' },
  ],
  examples: [
    {
      line: 'consul-cfg explain ports.grpc_tls',
      does: 'what it is, its defaults, since when, its flag and rules',
    },
    { line: 'consul-cfg explain -retry-join', does: 'the option that a flag or a misspelling stands for' },
    { line: 'consul-cfg explain option/unknown', does: 'why a rule is there, with examples' },
  ],
  run,
};

async function run(names: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const { rules } = await import('../../lint/registry.ts');
  const target = minorOf(consulVersion(options.consul));
  const show: Show = {
    rules,
    target,
    json: options.json ?? false,
    colours: coloursIf(wantsColour(io.stdout, io.env)),
    width: Math.min(io.stdout.columns, 100),
  };
  const parts = names.map((name) => explain(name, show));
  io.stdout.write(`${parts.join(options.json ? '\n' : '\n\n')}\n`);
  return exit.clean;
}

interface Show {
  readonly rules: readonly AnyRule[];
  readonly target: string | undefined;
  readonly json: boolean;
  readonly colours: Colours;
  readonly width: number;
}

function explain(name: string, show: Show): string {
  const rule = show.rules.find(({ id }) => id === name);
  if (rule) return show.json ? JSON.stringify(ruleData(rule)) : ruleText(rule, show);
  const named = optionNamed(name);
  if (!named) throw new CommandError(`nothing is called ${name}, neither an option nor a flag nor a rule`);
  return show.json ? namedJson(named, show) : namedText(named, show);
}

function namedText({ options, note }: Named, show: Show): string {
  const head = note ? [show.colours.dim(`(${note})`)] : [];
  const parts =
    options.length > 1
      ? [options.map((found) => lineText(found, show)).join('\n')]
      : options.map((found) => optionText(found, show));
  return [...head, ...parts].join('\n');
}

const lineText = ({ path, option }: Found, { width }: Show): string =>
  `  ${path}\n${indented(option.docs, 6, width)}`;

function optionText(found: Found, show: Show): string {
  const { colours, width } = show;
  const speaking = rulesOf(found, show.rules).map(({ id }) => id);
  const rules = speaking.length > 0 ? [{ label: 'rules', text: speaking.join(', ') }] : [];
  const facts = [...factsOf(found, show.target), ...rules];
  const column = Math.max(...facts.map(({ label }) => label.length)) + 4;
  const lines = facts.map(({ label, text }) => {
    const [first, ...rest] = wrap(text, width - column);
    const more = rest.map((line) => `\n${' '.repeat(column)}${line}`).join('');
    return `  ${colours.cyan(label.padEnd(column - 2))}${first}${more}`;
  });
  return [colours.bold(found.path), indented(found.option.docs, 2, width), '', ...lines].join('\n');
}

const indented = (text: string, by: number, width: number): string =>
  wrap(text, width - by)
    .map((line) => ' '.repeat(by) + line)
    .join('\n');

/** Lines of at most `width` columns, a longer word alone on its own. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const namedJson = ({ options, note }: Named, show: Show): string =>
  options
    .map((found) => {
      const facts = factsOf(found, show.target).map(({ label, text }) => [label, text]);
      const speaking = rulesOf(found, show.rules).map(({ id }) => id);
      const { path, option } = found;
      return JSON.stringify({
        path,
        docs: option.docs,
        ...Object.fromEntries(facts),
        rules: speaking,
        ...(note && { note }),
      });
    })
    .join('\n');

/** Rules that name the option, or a block around it. */
const rulesOf = ({ path }: Found, rules: readonly AnyRule[]): AnyRule[] =>
  rules.filter(({ options }) =>
    options.some((named) => path === named || path.startsWith(`${named}.`) || path.startsWith(`${named}[]`)),
  );

const ruleData = ({ id, severity, scope, docs, options, fixable }: AnyRule) => ({
  id,
  severity,
  scope,
  ...docs,
  options,
  fixable,
});

function ruleText({ id, severity, docs, options, fixable }: AnyRule, { colours, width }: Show): string {
  return [
    `${colours.bold(id)}  ${severity}${fixable ? `, with a ${fixable} fix` : ''}`,
    indented(docs.summary, 2, width),
    indented(docs.rationale, 2, width),
    ...(options.length > 0 ? ['', colours.cyan('  options'), indented(options.join(', '), 4, width)] : []),
    '',
    colours.red('  bad'),
    exampleText(docs.bad),
    colours.green('  good'),
    exampleText(docs.good),
  ].join('\n');
}

const exampleText = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([file, text]) => `    # ${file}\n${text.trimEnd().replace(/^/gm, '    ')}\n`)
    .join('\n');
