/** `explain`: what is known about an option or a rule. */
import { consulReleases, explain } from '../../index.ts';
import type { Command } from '../command.ts';
import { optionsText } from '../explain/option.ts';
import { rulesText, ruleText } from '../explain/rule.ts';
import { painted, type Show } from '../explain/show.ts';
import { consulVersion } from '../input/flags.ts';
import { CommandError, type ExitCode, exit, type Io, usageError, wantsColour, writeData } from '../io.ts';

interface Options {
  readonly consul?: string;
  readonly json?: boolean;
  readonly list?: boolean;
}

export const command: Command<Options> = {
  arguments: '[name...]',
  description:
    'A name is the path of an option (`ports.grpc_tls`, `services[].checks[].http`), its last part, a flag of ' +
    '`consul agent` (`-retry-join`), a removed key, or the id of a rule. A misspelt name leads to the most similar ' +
    'option.',
  takesDashes: true,
  words: async () => {
    const { options, rules } = await import('../../index.ts');
    // Shells read brackets as patterns.
    const paths = options.map(({ path }) => String(path)).filter((path) => /^[\w.]+$/.test(path));
    return [...paths, ...rules.map(({ id }) => id)];
  },
  flags: [
    {
      flags: '--consul <version>',
      docs: 'Consul release whose defaults are shown (default: the newest)',
      values: [...consulReleases],
    },
    { flags: '--list', docs: 'list all rules, or those of the subjects that are named, such as join' },
    { flags: '--json', docs: 'print one JSON object for each option' },
  ],
  examples: [
    {
      line: 'consul-cfg explain ports.grpc_tls',
      does: 'its meaning, defaults, first release, flag and rules',
    },
    { line: 'consul-cfg explain -retry-join', does: 'the option of a flag or a misspelt name' },
    { line: 'consul-cfg explain --list acl', does: 'the rules about access control' },
    { line: 'consul-cfg explain option/unknown', does: 'why a rule exists, with examples' },
  ],
  run,
};

async function run(names: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const show: Show = {
    consul: consulVersion(options.consul),
    json: options.json ?? false,
    paint: painted(wantsColour(io.stdout, io.env)),
    width: Math.min(io.stdout.columns, 100),
  };
  if (options.list) return listRules(names, show, io);
  if (names.length === 0) throw usageError('name an option, a flag or a rule, or --list for all rules');
  const parts: string[] = [];
  for (const name of names) parts.push(await explained(name, show));
  const text = `${parts.join(options.json ? '\n' : '\n\n')}\n`;
  if (options.json) writeData(io.stdout, text);
  else io.stdout.write(text);
  return exit.clean;
}

async function listRules(subjects: readonly string[], show: Show, io: Io): Promise<ExitCode> {
  const { rules } = await import('../../index.ts');
  const subjectOf = (id: string): string => id.slice(0, id.indexOf('/'));
  const unknown = subjects.find((name) => !rules.some(({ id }) => subjectOf(id) === name));
  if (unknown !== undefined) {
    const known = [...new Set(rules.map(({ id }) => subjectOf(id)))].join(', ');
    throw usageError(`there are no rules about ${unknown}; the subjects are ${known}`);
  }
  const chosen = rules.filter(({ id }) => subjects.length === 0 || subjects.includes(subjectOf(id)));
  if (show.json) writeData(io.stdout, chosen.map((rule) => `${JSON.stringify(rule)}\n`).join(''));
  else io.stdout.write(rulesText(chosen, show));
  return exit.clean;
}

async function explained(name: string, show: Show): Promise<string> {
  const found = await explain(name, { consul: show.consul });
  if (found.kind === 'option')
    return show.json
      ? found.options.map((option) => JSON.stringify(option)).join('\n')
      : optionsText(found.options, show);
  if (found.kind === 'rule') {
    const { rule, renamed } = found;
    if (show.json) return JSON.stringify(rule);
    return renamed ? `(${name} is called ${rule.id} now)\n${ruleText(rule, show)}` : ruleText(rule, show);
  }
  const hint = found.nearestRule === undefined ? '' : `; the nearest rule is ${found.nearestRule}`;
  throw new CommandError(`${name} is not the name of an option, a flag or a rule${hint}`);
}
