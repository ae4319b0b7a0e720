/** A node's unit, and the account and directories that it wants: they follow from the configuration. */
import { hostDirectories } from '../manifest/host/directories.ts';
import { hostPaths } from '../manifest/host/paths.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { at, boolAt, numberAt, stringsAt } from '../manifest/values.ts';
import { configDirectory } from '../options/belonging.ts';
import { renderShared } from '../template/shared.ts';
import type { UnitView } from '../template/views.ts';

export const unitPath = '/etc/systemd/system/consul.service';

/** The unit, or what changes that of a package. */
export function unitFile(spec: NodeSpec): { readonly path: string; readonly text: string } {
  const view = unitView(spec);
  return spec.systemd.dropIn
    ? { path: `${unitPath}.d/10-consul-cfg.conf`, text: renderShared('consul-drop-in.conf', view) }
    : { path: unitPath, text: renderShared('consul.service', view) };
}

export function unitView(spec: NodeSpec): UnitView {
  const { config, systemd } = spec;
  const directories = hostDirectories(spec).opened;
  return {
    role: spec.role,
    consul: spec.version,
    datacenter: spec.datacenter,
    notify: saysReady(spec),
    user: systemd.user,
    group: systemd.group,
    command: [systemd.binary, 'agent', `-config-dir=${configDirectory}`],
    leaves: boolAt(config, 'leave_on_terminate') ?? spec.role === 'client',
    lowPorts: lowPorts(spec).join(', '),
    stateDirectories: directories,
    stateInHome: directories.some((path) => /^\/(home|root|run\/user)(\/|$)/.test(path)),
    stateInTmp: directories.some((path) => /^\/(var\/)?tmp(\/|$)/.test(path)),
    scriptChecks:
      boolAt(config, 'enable_script_checks') === true ||
      boolAt(config, 'enable_local_script_checks') === true,
    patroni: spec.patroni !== undefined,
    service: serviceDirectives(systemd.service),
  };
}

export function sysusersText({ config, systemd }: NodeSpec): string {
  const home = hostPaths(config).find(({ option }) => option === 'data_dir')?.directory ?? '/nonexistent';
  return renderShared('sysusers.conf', { ...systemd, ownGroup: systemd.user !== systemd.group, home });
}

export function tmpfilesText(spec: NodeSpec, files: readonly { path: string; mode: number }[]): string {
  const { user, group } = spec.systemd;
  return renderShared('tmpfiles.conf', {
    user,
    group,
    directories: hostDirectories(spec).own,
    files: files.map(({ path, mode }) => ({ path, mode: mode.toString(8).padStart(4, '0') })),
  });
}

/** READY=1 is sent after a successful LAN join, joining itself included, and never without one. (measured) */
export function saysReady({ config }: NodeSpec): boolean {
  return stringsAt(config, 'retry_join').length > 0 || stringsAt(config, 'start_join').length > 0;
}

/** Every port of the agent that only root or CAP_NET_BIND_SERVICE may open, with its name. */
function lowPorts({ config }: NodeSpec): string[] {
  const ports = at(config, 'ports');
  const names = ports?.kind === 'object' ? [...ports.members.keys()] : [];
  return names.flatMap((name) => {
    const port = numberAt(ports, name);
    return port !== undefined && port > 0 && port < 1024 ? [`${name} ${port}`] : [];
  });
}

type Directives = NodeSpec['systemd']['service'];

function serviceDirectives(service: Directives): { name: string; value: string }[] {
  return Object.entries(service).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((item) => ({ name, value: typeof item === 'boolean' ? (item ? 'yes' : 'no') : String(item) })),
  );
}
