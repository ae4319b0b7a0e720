/** Units of hosts: what of them a manifest can say, and what the rendered unit does in another way. */

import type { Finding } from '../finding.ts';
import { checkHostPath, hostPaths } from '../manifest/host/paths.ts';
import { type SystemdData, schema as systemdSchema } from '../manifest/keys/systemd/schema.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { nodeFiles } from '../render/node-files.ts';
import { secretsInLines } from '../secrets/shapes.ts';
import type { Node } from '../subjects/subjects.ts';
import { commandsOf } from '../subjects/unit/command.ts';
import type { Unit } from '../subjects/unit/unit.ts';
import { Source } from '../text/source/source.ts';
import { allValues, parseUnit, type UnitText } from '../text/systemd.ts';

/** Where the binary is, whose the process is, and whether a package brings the unit. */
export function accountOf(node: Node): SystemdData {
  const { unit } = node;
  const isPackaged = hasPackagedUnit(node);
  const package_: SystemdData = isPackaged ? { drop_in: true } : {};
  if (!unit) return package_;
  const [binary] = commandsOf(unit.start)
    .flat()
    .filter(({ text }) => /(?:^|\/)consul$/.test(text));
  const user = unit.get('Service', 'User')?.value;
  const group = unit.get('Service', 'Group')?.value;
  const usualBinary = isPackaged ? '/usr/bin/consul' : '/usr/local/bin/consul';
  return {
    ...package_,
    ...kept('binary', binary?.text.replace(/^[-@:+!|]+/, ''), usualBinary),
    ...kept('user', user, 'consul'),
    ...kept('group', group, user ?? 'consul'),
  };
}

const dropIn = '/etc/systemd/system/consul.service.d/10-consul-cfg.conf';

/** Then a drop-in changes it, and a unit in /etc would hide what the package brings later. */
function hasPackagedUnit({ tree }: Node): boolean {
  if (!tree || tree.has('/etc/systemd/system/consul.service')) return false;
  return [dropIn, '/usr/lib/systemd/system/consul.service', '/lib/systemd/system/consul.service'].some(
    tree.has,
  );
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

/** Directives of a host's unit that the rendered one lacks. */
export function serviceOf({ unit }: Node, spec: NodeSpec): ServiceDirectives {
  // If a unit cannot name the agent's directories, render refuses the node, and there is nothing to compare with.
  const isRefused = hostPaths(spec.config).some((path) => checkHostPath(path) !== undefined);
  if (!unit || isRefused) return { service: {}, findings: [] };
  const service: Record<string, string | number | string[]> = {};
  const others: string[] = [];
  const after = unitAfter(unit, spec);
  for (const { name, values } of changed(unit, after)) {
    const value = values.length === 1 ? numeral(values[0]!) : values;
    const isExpressible = systemdSchema.safeParse({ service: { [name]: value } }).success;
    if (administrative.test(name) && isExpressible && !values.some(isSecret)) service[name] = value;
    else others.push(name);
  }
  const added = sandboxAdded(unit, after);
  return {
    service,
    findings: [
      ...(others.length > 0 ? [replaced(unit, others)] : []),
      ...(added.length > 0 ? [sandboxed(unit, added)] : []),
    ],
  };
}

/** Directives that keep a service from something. */
const sandbox =
  /^(?:Protect\w+|Private\w+|Restrict\w+|NoNewPrivileges|CapabilityBoundingSet|SystemCall\w+|MemoryDenyWriteExecute|LockPersonality|RemoveIPC|DevicePolicy|ProcSubset|UMask)$/;

/** An empty `CapabilityBoundingSet=` is set as well: to no capability. */
function sandboxAdded(unit: Unit, after: readonly UnitText[]): string[] {
  const before = serviceNames(unit.texts);
  return [...serviceNames(after)].filter((name) => sandbox.test(name) && !before.has(name));
}

const serviceNames = (texts: readonly UnitText[]): ReadonlySet<string> =>
  new Set(
    texts
      .flatMap(({ directives }) => directives)
      .flatMap(({ section, name }) => (section === 'Service' ? [name] : [])),
  );

/** Written by keys of the manifest, or reported by a finding. */
const handled = new Set(['ExecStart', 'User', 'Group']);

function changed(unit: Unit, after: readonly UnitText[]): { name: string; values: string[] }[] {
  return [...serviceNames(unit.texts)].flatMap((name) => {
    const values = unit.all('Service', name).map(({ value }) => value);
    const then = allValues(after, 'Service', name).map(({ value }) => value);
    const isSame = values.length === 0 || values.join('\n') === then.join('\n');
    return isSame || handled.has(name) ? [] : [{ name, values }];
  });
}

/** A whole unit replaces what was there, a drop-in is read after it. */
function unitAfter({ texts }: Unit, spec: NodeSpec): readonly UnitText[] {
  const files = nodeFiles(spec, []).filter(({ path }) => /\/consul\.service(?:\.d\/.*)?$/.test(path));
  const rendered = files.map(({ path, content }) => parseUnit(new Source(path, content)));
  const isWhole = files.some(({ path }) => path.endsWith('.service'));
  return isWhole ? rendered : [...texts.filter(({ source }) => !source.file.endsWith(dropIn)), ...rendered];
}

const numeral = (text: string): string | number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : text);

/** Environments carry keys under names of all kinds. */
const isSecret = (value: string): boolean =>
  secretsInLines(value).length > 0 || /\b\w*(?:secret|token|passw|credential|license|key)\w*=/i.test(value);

const replaced = (unit: Unit, names: readonly string[]): Finding => ({
  rule: 'import/unit',
  severity: 'info',
  message: `the rendered unit has its own values of ${names.join(', ')}; what you need of this one goes under systemd.service`,
  at: unit.start.at,
});

const sandboxed = (unit: Unit, names: readonly string[]): Finding => ({
  rule: 'import/unit',
  severity: 'info',
  message:
    `the rendered unit keeps the agent, and what ExecStartPre and script checks start, from more than this one does: it has ` +
    `${names.join(', ')}; what is too strict for them is set anew under systemd.service`,
  at: unit.start.at,
});
