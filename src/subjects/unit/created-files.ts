/** Files and sockets that an agent creates while it runs, as its account. */
import { posix } from 'node:path';
import type { Span } from '../../text/source/source.ts';
import { addressFields } from '../../util/addresses.ts';
import { absolutePath } from '../machine/machine.ts';
import type { Node } from '../subjects.ts';

export interface CreatedFile {
  readonly kind: 'log' | 'pid' | 'socket';
  /** The option that names it. */
  readonly path: string;
  readonly at: Span;
  /** Absolute; a log may be named by its directory alone. */
  readonly file: string;
  readonly directory: string;
}

/** What to write instead of a place where the agent may not create one: a directory that systemd makes for it. */
export const placeFor: Readonly<Record<CreatedFile['kind'], string>> = {
  log: 'log_file = "/var/log/consul/" and LogsDirectory=consul in the unit',
  pid: 'pid_file = "/run/consul/consul.pid" and RuntimeDirectory=consul in the unit',
  socket: 'a path such as unix:///run/consul/http.sock, and RuntimeDirectory=consul in the unit',
};

const apis = ['http', 'https', 'grpc', 'grpc_tls'] as const;

/** Those with an absolute path; where others are depends on the working directory. */
export function createdFiles({ config }: Node): readonly CreatedFile[] {
  const one = (kind: CreatedFile['kind'], path: string, text: string | undefined): CreatedFile[] => {
    const file = absolutePath(text);
    if (file === undefined) return [];
    // Only a log is named by its directory.
    const directory = kind === 'log' && file.endsWith('/') ? file.slice(0, -1) || '/' : posix.dirname(file);
    return [{ kind, path, at: config.at(path), file, directory }];
  };
  const open = apis.filter((api) => (config.number(`ports.${api}`) ?? 0) > 0);
  return [
    ...one('log', 'log_file', config.string('log_file')),
    ...one('pid', 'pid_file', config.string('pid_file')),
    ...open.flatMap((api) =>
      addressFields(config.string(`addresses.${api}`) ?? '')
        .filter((address) => address.startsWith('unix://'))
        .flatMap((address) => one('socket', `addresses.${api}`, address.slice('unix://'.length))),
    ),
  ];
}
