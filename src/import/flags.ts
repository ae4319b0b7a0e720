/** Findings on flags of a host's command line that a manifest cannot express, and on paths that change. */
import type { Finding } from '../finding.ts';
import { agent } from '../options/agent.ts';
import { walk } from '../options/lookup.ts';
import type { Container } from '../subjects/container.ts';
import type { Node } from '../subjects/subjects.ts';
import type { Unit } from '../subjects/unit/unit.ts';

export function flagFindings({ unit, command, container }: Node): Finding[] {
  if (command) return [...unsayable(command), ...(container ? [notCarried(container)] : [])];
  return unit ? [...unsayable(unit), ...elsewhere(unit), ...asRoot(unit)] : [];
}

/** A manifest is about hosts. */
const notCarried = ({ at }: Container): Finding => ({
  rule: 'import/unit',
  severity: 'info',
  message:
    'the image, ports, volumes and networks of this container have no place in a manifest; its agent becomes one of a host',
  at,
});

function unsayable({ words }: Pick<Unit, 'words'>): Finding[] {
  const known = optionFlags();
  return words.flatMap(({ text, at }): Finding[] => {
    const name = /^--?([\w-]+)/.exec(text)?.[1];
    if (name === undefined || known.has(name) || /^config-(?:dir|file)$/.test(name)) return [];
    const message = `the flag -${name} has no equivalent option, so a manifest cannot express it; the rendered unit starts without it`;
    return [{ rule: 'import/flag', severity: 'warning', message, at }];
  });
}

function elsewhere({ flags }: Unit): Finding[] {
  return flags.configPaths
    .filter(({ text }) => !/^\/etc\/consul\.d\/?$/.test(text))
    .map(({ text, at }) => ({
      rule: 'import/unit',
      severity: 'info',
      message: `this unit reads ${text}; the rendered one reads /etc/consul.d, where the rendered files belong`,
      at,
    }));
}

function asRoot(unit: Unit): Finding[] {
  if (unit.get('Service', 'User')?.value || unit.get('Service', 'DynamicUser')) return [];
  const message =
    'this unit runs the agent as root; the rendered one runs it as consul, so give it the data directory: chown -R';
  return [{ rule: 'import/unit', severity: 'info', message, at: unit.start.at }];
}

function optionFlags(): ReadonlySet<string> {
  const names = new Set<string>();
  walk(agent, ({ option }) => {
    if (option.flag) names.add(option.flag.replace(/^-+/, ''));
  });
  return names;
}
