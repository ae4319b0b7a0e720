/** The paths that an agent writes to on its host: the unit opens these and no others. */
import { posix } from 'node:path';
import type { Finding } from '../../finding.ts';
import { findOption } from '../../options/lookup.ts';
import { defaultIn, defaultVersion } from '../../options/releases/versions.ts';
import type { ObjectValue, StringValue, Value } from '../../text/tree/value.ts';
import { at, numberAt } from '../values.ts';

export interface HostPath {
  /** The option, such as `data_dir`. */
  readonly option: string;
  readonly value: StringValue;
  /** The path itself. */
  readonly written: string;
  /** The directory that must exist and be writable, in its simplest form. */
  readonly directory: string;
}

export function hostPaths(config: ObjectValue): HostPath[] {
  const addresses = at(config, 'addresses');
  const listeners = addresses?.kind === 'object' ? [...addresses.members.values()] : [];
  return [
    ...pathOf('data_dir', at(config, 'data_dir'), (path) => path),
    // A log_file that ends with a slash is a directory in which the agent names the files itself.
    ...pathOf('log_file', at(config, 'log_file'), (path) => (path.endsWith('/') ? path : parent(path))),
    ...pathOf('pid_file', at(config, 'pid_file'), parent),
    // A listener that is off makes no socket.
    ...listeners
      .filter(({ name }) => (numberAt(at(config, 'ports'), name) ?? usualPort(name)) >= 0)
      .flatMap(({ name, value }) => socketsOf(`addresses.${name}`, value)),
  ];
}

/** The port of a listener that no file sets, on a server: -1 where it is off. */
const usualPort = (listener: string): number => {
  const usual = findOption(`ports.${listener}`)?.option;
  const port = usual && defaultIn(usual, defaultVersion, 'server');
  return typeof port === 'number' ? port : 0;
};

function pathOf(option: string, value: Value | undefined, directory: (path: string) => string): HostPath[] {
  if (value?.kind !== 'string' || value.value === '') return [];
  return [{ option, value, written: value.value, directory: simplest(directory(value.value)) }];
}

function socketsOf(option: string, value: Value): HostPath[] {
  if (value.kind !== 'string') return [];
  const sockets = value.value.split(/\s+/).filter((address) => address.startsWith('unix://'));
  return sockets.map((socket) => {
    const written = socket.slice('unix://'.length);
    return { option, value, written, directory: simplest(parent(written)) };
  });
}

const parent = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** One name for one directory: /var/run is a link to /run wherever there is systemd. */
const simplest = (path: string): string =>
  posix
    .normalize(path)
    .replace(/(?<!^)\/$/, '')
    .replace(/^\/var\/run(?=\/|$)/, '/run')
    .replace(/^\/var\/lock(?=\/|$)/, '/run/lock');

/** Reports a path that a unit cannot name: it would not be opened, and the agent would not start. */
export function checkHostPath({ option, value, written, directory }: HostPath): Finding | undefined {
  const isNameable = /^\/[^"'\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u.test(directory);
  if (isNameable && !written.split('/').includes('..')) return undefined;
  return {
    rule: 'manifest/host-path',
    severity: 'error',
    message:
      `\`${option}\` must be an absolute path without "..", quotes, backslashes and control characters: the unit gives ` +
      'the agent write access to that directory and to no other',
    at: value,
    path: option,
  };
}
