/** Units of hosts: what of them a manifest can say, and what the rendered unit does in another way. */
import { nodeFiles } from '../../../build/node-files.ts';
import type { Finding } from '../../../finding.ts';
import type { Node } from '../../../lint/subjects.ts';
import type { Unit } from '../../../lint/unit/unit.ts';
import { checkHostPath, hostPaths } from '../../../manifest/host-paths.ts';
import type { NodeSpec } from '../../../manifest/node.ts';
import { type SystemdData, systemdSchema } from '../../../manifest/schema.ts';
import { agent } from '../../../options/agent.ts';
import { walk } from '../../../options/lookup.ts';
import { maskSecrets } from '../../../report/mask.ts';
import { Source } from '../../../text/source.ts';
import { allValues, parseUnit, wordsOf } from '../../../text/systemd.ts';

/** Where the binary is and whose the process is. */
export function accountOf({ unit }: Node): SystemdData {
  if (!unit) return {};
  const [binary] = wordsOf(unit.start).filter(({ text }) => /(?:^|\/)consul$/.test(text));
  const user = unit.get('Service', 'User')?.value;
  const group = unit.get('Service', 'Group')?.value;
  return {
    ...kept('binary', binary?.text.replace(/^[-@:+!|]+/, ''), '/usr/local/bin/consul'),
    ...kept('user', user, 'consul'),
    ...kept('group', group, user ?? 'consul'),
  };
}

/** What is usual, and what a manifest cannot say, is left out. */
function kept(key: 'binary' | 'user' | 'group', text: string | undefined, usual: string): SystemdData {
  if (text === undefined || text === usual) return {};
  return systemdSchema.safeParse({ [key]: text }).success ? { [key]: text } : {};
}

export interface ServiceDirectives {
  readonly service: NonNullable<SystemdData['service']>;
  readonly findings: readonly Finding[];
}

/** Directives of a machine's administrator rather than of the program: they go on. */
const administrative =
  /^(?:Limit[A-Z]+|Memory(?:Min|Low|High|Max|SwapMax)|CPU\w+|AllowedCPUs|IO\w+|TasksMax|Nice|OOMScoreAdjust|Slice|Environment(?:File)?|ExecStartPre|ExecStartPost)$/;

/** What the unit of a host says that the rendered one does not. */
export function serviceOf({ unit }: Node, spec: NodeSpec): ServiceDirectives {
  // Where no unit can name the agent's directories, render refuses the node, and there is none to compare with.
  const strange = hostPaths(spec.config).some((path) => checkHostPath(path) !== undefined);
  if (!unit || strange) return { service: {}, findings: [] };
  const rendered = [parseUnit(new Source('consul.service', renderedUnit(spec)))];
  const names = new Set(
    unit.texts.flatMap(({ directives }) =>
      directives.filter(({ section }) => section === 'Service').map(({ name }) => name),
    ),
  );
  const service: Record<string, string | number | string[]> = {};
  const others: string[] = [];
  for (const name of names) {
    const here = unit.all('Service', name).map(({ value }) => value);
    const there = allValues(rendered, 'Service', name).map(({ value }) => value);
    if (name === 'ExecStart' || name === 'User' || name === 'Group' || here.join('\n') === there.join('\n'))
      continue;
    const value = here.length === 1 ? here[0]! : here;
    const canSay =
      administrative.test(name) &&
      !here.some(isSecret) &&
      systemdSchema.safeParse({ service: { [name]: value } }).success;
    if (canSay && here.length > 0) service[name] = typeof value === 'string' ? numeral(value) : value;
    else others.push(name);
  }
  return { service, findings: others.length > 0 ? [replaced(unit, others)] : [] };
}

const numeral = (text: string): string | number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : text);

const renderedUnit = (spec: NodeSpec): string =>
  nodeFiles(spec, []).find(({ path }) => path.endsWith('/consul.service'))?.content ?? '';

/** Environments carry keys under names of all kinds. */
const isSecret = (value: string): boolean =>
  maskSecrets(value) !== value || /\b\w*(?:secret|token|passw|credential|license|key)\w*=/i.test(value);

const replaced = (unit: Unit, names: readonly string[]): Finding => ({
  rule: 'init/unit',
  severity: 'info',
  message:
    `the rendered unit replaces this one and says these its own way: ${names.join(', ')}; ` +
    'what you need of them goes under systemd.service',
  at: unit.start.at,
});

/** What the command line says that no option can. */
export function flagFindings(node: Node): Finding[] {
  const { unit } = node;
  if (!unit) return [];
  const known = optionFlags();
  const findings: Finding[] = [];
  for (const { text, at } of unit.words) {
    const name = /^--?([\w-]+)/.exec(text)?.[1];
    if (name === undefined || known.has(name) || /^config-(?:dir|file)$/.test(name)) continue;
    findings.push({
      rule: 'init/flag',
      severity: 'warning',
      message: `the flag -${name} has no option that stands for it, so no manifest can say it; the rendered unit starts without it`,
      at,
    });
  }
  const elsewhere = unit.flags.configPaths.filter(({ text }) => !/^\/etc\/consul\.d\/?$/.test(text));
  for (const { text, at } of elsewhere) {
    findings.push({
      rule: 'init/unit',
      severity: 'info',
      message: `this unit reads ${text}; the rendered one reads /etc/consul.d, where the rendered files belong`,
      at,
    });
  }
  if (!unit.get('Service', 'User')?.value && !unit.get('Service', 'DynamicUser')) {
    findings.push({
      rule: 'init/unit',
      severity: 'info',
      message:
        'this unit runs the agent as root; the rendered one runs it as consul, so give it the data directory: chown -R',
      at: unit.start.at,
    });
  }
  return findings;
}

function optionFlags(): ReadonlySet<string> {
  const names = new Set<string>();
  walk(agent, ({ option }) => {
    if (option.flag) names.add(option.flag.replace(/^-+/, ''));
  });
  return names;
}
