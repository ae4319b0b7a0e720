/** The directories of a node that are created for its agent and opened in its unit, and what is wrong with the others. */
import type { Finding } from '../../finding.ts';
import { belongingOf, configDirectory } from '../../options/belonging.ts';
import type { NodeSpec } from '../node.ts';
import { checkHostPath, type HostPath, hostPaths } from './paths.ts';

export interface HostDirectories {
  /** To be created and given to the agent's account. */
  readonly own: readonly string[];
  /** To be opened for the agent in its unit. */
  readonly opened: readonly string[];
}

export function hostDirectories({ config }: NodeSpec): HostDirectories {
  const all = [...new Set(hostPaths(config).map(({ directory }) => directory))];
  return {
    own: all.filter((path) => belongingOf(path) === 'consul'),
    opened: all.filter((path) => belongingOf(path) !== 'shared'),
  };
}

/** Reports directories that the agent writes to and that are not created for it. */
export function checkHostDirectories(spec: NodeSpec): Finding[] {
  return hostPaths(spec.config).flatMap((path) => {
    if (checkHostPath(path) !== undefined || isOpenedBy(spec, path.directory)) return [];
    const inside = path.directory === configDirectory || path.directory.startsWith(`${configDirectory}/`);
    if (inside) return [finding(path, spec, insideText(path))];
    const belonging = belongingOf(path.directory);
    if (belonging === 'consul') return [];
    return [finding(path, spec, belonging === 'shared' ? sharedText(path) : unknownText(path, spec))];
  });
}

/** A manifest that opens the directory itself shows that this is intended. */
function isOpenedBy({ systemd }: NodeSpec, directory: string): boolean {
  const words = [systemd.service.ReadWritePaths ?? []].flat().flatMap((text) => String(text).split(/\s+/));
  return words.some((word) => word.replace(/^[-+]+/, '').replace(/(?<=.)\/+$/, '') === directory);
}

/** An error if the agent certainly does not start: with the rendered unit and a data directory that it cannot write. */
function finding({ option, value, directory }: HostPath, spec: NodeSpec, message: string): Finding {
  const isFatal = option === 'data_dir' && belongingOf(directory) === 'shared' && !spec.systemd.dropIn;
  const isOurUnit = spec.templates.size === 0;
  return {
    rule: 'manifest/host-path',
    severity: isFatal && isOurUnit ? 'error' : 'warning',
    message,
    at: value,
    path: option,
  };
}

const insideText = ({ option, directory }: HostPath): string =>
  `\`${option}\` is in ${directory}, the directory that the agent reads its configuration from: what may write there ` +
  `could change that; write a separate directory, such as ${usual(option)}`;

const sharedText = ({ option, directory }: HostPath): string =>
  `\`${option}\` is in ${directory}, which is not for Consul alone: consul-cfg neither gives it to the agent nor opens it ` +
  `in the unit, so the agent cannot create files there; write a separate directory, such as ${usual(option)}`;

const unknownText = ({ option, directory }: HostPath, { systemd }: NodeSpec): string =>
  `\`${option}\` is in ${directory}, which does not look like a directory for Consul alone: consul-cfg does not create it ` +
  `or change its owner; write one that is named after Consul, such as ${directory}/consul, or ` +
  `run install -d -o ${systemd.user} -g ${systemd.group} -m 0750 ${JSON.stringify(directory)} on the host`;

function usual(option: string): string {
  const [, listener] = /^addresses\.(.*)/.exec(option) ?? [];
  if (listener !== undefined) return `unix:///run/consul/${listener}.sock`;
  return (
    { log_file: '/var/log/consul/consul.log', pid_file: '/run/consul/consul.pid' }[option] ??
    '/var/lib/consul'
  );
}
