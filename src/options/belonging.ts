/**
 * To whom a directory of a host belongs, by its name. Units and tmpfiles.d run as root and would give a directory of the
 * system, or of another program, to Consul: so only directories that are Consul's by their name are created, changed and
 * opened.
 */

export const configDirectory = '/etc/consul.d';

type Belonging =
  | 'consul'
  /** Of the system, or of another program. */
  | 'shared'
  /** Not known, such as a separate disk. */
  | 'unknown';

/** @param directory absolute, without `.`, `..` and double slashes */
export function belongingOf(directory: string): Belonging {
  if (directory === configDirectory || untouchable.test(directory)) return 'shared';
  if (directory.split('/').some(isConsulName)) return 'consul';
  return system.test(directory) ? 'shared' : 'unknown';
}

/** Devices, the kernel's own trees, and where programs are: a `consul` in there is not a directory of data. */
const untouchable =
  /^\/(?:proc|sys|boot|efi|dev(?!\/shm\/)|lib\w*|s?bin|usr\/(?:s?bin|lib\w*)|usr\/local\/(?:s?bin|lib))(?:\/|$)/;

/** What the system has, what other programs have below it, and homes of people. */
const system = /^\/$|^\/(?:dev|etc|usr|var|run|tmp|root)(?:\/|$)|^\/(?:opt|srv|mnt|media|home|home\/[^/]+)$/;

/** Other programs are named after it too. */
const isConsulName = (name: string): boolean =>
  /consul/i.test(name) && !/^consul-(?:template|esm|replicate|k8s|dataplane|exporter|cni)\b/i.test(name);
