/** `explain`: all there is to know of an option or a rule. */

import { optionNamed } from '../../options/named.ts';
import { minorOf } from '../../options/versions.ts';
import { coloursIf } from '../../report/colours.ts';
import { loadCatalog } from '../../rules/catalog.ts';
import { nearestRule, renamedTo } from '../../rules/names.ts';
import type { Command } from '../command.ts';
import { consulVersion } from '../consul-version.ts';
import { namedJson, namedText } from '../explain/option.ts';
import { ruleJson, ruleText } from '../explain/rule.ts';
import type { Show } from '../explain/show.ts';
import { CommandError, type ExitCode, exit, type Io, wantsColour, writeData } from '../io.ts';

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
  const target = minorOf(consulVersion(options.consul));
  const show: Show = {
    rules: await loadCatalog(),
    target,
    json: options.json ?? false,
    colours: coloursIf(wantsColour(io.stdout, io.env)),
    width: Math.min(io.stdout.columns, 100),
  };
  const parts = names.map((name) => explain(name, show));
  const text = `${parts.join(options.json ? '\n' : '\n\n')}\n`;
  if (options.json) writeData(io.stdout, text);
  else io.stdout.write(text);
  return exit.clean;
}

function explain(name: string, show: Show): string {
  const now = renamedTo(name);
  const rule = show.rules.find(({ id }) => id === (now ?? name));
  if (rule) {
    if (show.json) return ruleJson(rule);
    return now ? `(${name} is called ${now} now)\n${ruleText(rule, show)}` : ruleText(rule, show);
  }
  const named = optionNamed(name);
  if (named) return show.json ? namedJson(named, show) : namedText(named, show);
  const hint = name.includes('/') ? `; the nearest rule is ${nearestRule(name)}` : '';
  throw new CommandError(`nothing is called ${name}, neither an option nor a flag nor a rule${hint}`);
}
