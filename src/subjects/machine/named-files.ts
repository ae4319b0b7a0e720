/** Files and directories of its machine that an agent's options name. */
import { each } from '../../model/value-path.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { addressFields } from '../../util/addresses.ts';
import { tlsOption, tlsStanzas } from '../agent/listeners.ts';
import type { Node } from '../subjects.ts';

export interface NamedFile {
  readonly path: string;
  readonly text: string;
  readonly at: Span;
  readonly wants:
    | 'a file'
    | 'a directory'
    | 'a file in a directory'
    | 'certificates'
    | 'a directory of certificates';
  /** What happens without it; absent where the agent refuses to start. */
  readonly without?: string;
}

export const namedFiles = (node: Node): readonly NamedFile[] => [
  ...tlsFiles(node),
  ...plainFiles(node),
  ...sockets(node),
  ...partFiles(node),
];

/** Of the certificate, the key and the CA of each listener; ca_path is read only where there is no ca_file. */
function tlsFiles({ config }: Node): NamedFile[] {
  return tlsStanzas.flatMap((stanza) => {
    const has = (name: string): boolean => Boolean(config.string(`tls.${stanza}.${name}`));
    const isPair = has('cert_file') && has('key_file');
    const wanted: [string, NamedFile['wants']][] = [
      ...(isPair
        ? ([
            ['cert_file', 'certificates'],
            ['key_file', 'a file'],
          ] satisfies [string, NamedFile['wants']][])
        : []),
      has('ca_file') ? ['ca_file', 'certificates'] : ['ca_path', 'a directory of certificates'],
    ];
    return wanted.flatMap(([name, wants]) => {
      const path = tlsOption(config, stanza, name);
      return { path, text: config.string(`tls.${stanza}.${name}`) ?? '', at: config.at(path), wants };
    });
  });
}

const plain: readonly Pick<NamedFile, 'path' | 'wants' | 'without'>[] = [
  { path: 'pid_file', wants: 'a file in a directory' },
  { path: 'ui_config.dir', wants: 'a directory', without: 'the UI is not served' },
  {
    path: 'auto_config.intro_token_file',
    wants: 'a file',
    without: 'the agent tries again and again, and never gets its configuration',
  },
];

const plainFiles = ({ config }: Node): NamedFile[] =>
  plain.map((named) => ({ ...named, text: config.string(named.path) ?? '', at: config.at(named.path) }));

function sockets({ config }: Node): NamedFile[] {
  return ['addresses.http', 'addresses.https', 'addresses.grpc', 'addresses.grpc_tls'].flatMap((path) =>
    addressFields(config.string(path) ?? '')
      .filter((address) => address.startsWith('unix://'))
      .map((address) => ({
        path,
        text: address.slice(7),
        at: config.at(path),
        wants: 'a file in a directory',
      })),
  );
}

const critical = 'the check stays critical';
const idle = 'whatever the watch sees, nothing runs';

const parts: Readonly<Record<string, string>> = {
  'checks[].args': critical,
  'services[].check.args': critical,
  'services[].checks[].args': critical,
  'watches[].args': idle,
  'watches[].handler': idle,
  'ui_config.metrics_provider_files[]': 'the UI is not served',
};

/** Checks in containers name files of the container. */
function partFiles({ config }: Node): NamedFile[] {
  const found: NamedFile[] = [];
  for (const [pattern, without] of Object.entries(parts)) {
    each(config.written, pattern, (value, path) => {
      const program = programOf(value);
      const isInside = path.endsWith('.args') && config.get(`${path.slice(0, -5)}.docker_container_id`);
      if (program && !isInside) found.push({ path, ...program, wants: 'a file', without });
    });
  }
  return found;
}

/** The first word is what runs; where it is a shell or an interpreter, what the others mean is its business. */
function programOf(value: Value): Pick<NamedFile, 'text' | 'at'> | undefined {
  const first = value.kind === 'list' ? value.items[0] : value;
  if (first?.kind !== 'string') return undefined;
  return {
    text: value.kind === 'list' ? first.value : (first.value.trim().split(/\s/, 1)[0] ?? ''),
    at: spanOf(first),
  };
}
