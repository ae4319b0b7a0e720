import { posix } from 'node:path';
import type { Stat } from '../../model/load/files.ts';
import { absolutePath, type Machine } from '../../subjects/machine/machine.ts';
import { type NamedFile, namedFiles } from '../../subjects/machine/named-files.ts';
import { isMadeBySystemd } from '../../subjects/unit/account.ts';
import { rule } from '../rule.ts';

export const missingFile = rule({
  id: 'files/missing',
  scope: 'node',
  source: 'host',
  severity: {
    default: 'error',
    warning: 'of a script, a handler, an intro token or the UI, without which the agent starts',
  },
  options: [
    'tls.defaults.ca_file',
    'tls.defaults.ca_path',
    'tls.defaults.cert_file',
    'tls.defaults.key_file',
    'pid_file',
    'addresses',
    'ui_config.dir',
    'ui_config.metrics_provider_files',
    'auto_config.intro_token_file',
    'checks[].args',
    'services[].checks[].args',
    'watches',
  ],
  docs: {
    summary:
      'A file or directory that an option names does not exist on this machine, or is not what the option needs.',
    rationale:
      '`consul validate` checks none of them. The agent refuses to start without its certificates, keys and CAs, ' +
      'without the directory of pid_file or of a unix socket, with a CA file that has no certificate, and with an ' +
      'empty ca_path. With a missing script, handler, intro token or UI it starts, and that part does not ' +
      'work. Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n  }\n}\n',
      machine: 'addresses: 10.0.0.11\n',
    },
    good: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n  }\n}\n',
      machine: 'addresses: 10.0.0.11\n',
      '/etc/consul.d/ca.pem': '-----BEGIN CERTIFICATE-----\n',
    },
  },
  run(node, report) {
    const { machine, unit } = node;
    if (!machine) return;
    const reported = new Set<string>();
    for (const named of namedFiles(node)) {
      const file = absolutePath(named.text);
      // A file of tls.defaults is used by three listeners.
      const place = `${named.at.source.file}:${named.at.start}`;
      if (file === undefined || reported.has(place)) continue;
      if (named.wants === 'a file in a directory' && isMadeBySystemd(unit, posix.dirname(file))) continue;
      const fault = faultOf(named, file, machine);
      if (fault === undefined) continue;
      reported.add(place);
      report({
        at: named.at,
        path: named.path,
        ...(named.without && { severity: 'warning' }),
        message: `${named.path} names ${named.text}, ${fault} on this machine: ${named.without ?? 'the agent refuses to start although `consul validate` accepts it'}`,
      });
    }
  },
});

function faultOf({ wants }: NamedFile, path: string, machine: Machine): string | undefined {
  const { files } = machine;
  switch (wants) {
    case 'a file':
      return absence(files.stat(path), 'file');
    case 'a directory':
      return absence(files.stat(path), 'directory');
    case 'a file in a directory':
      return absence(files.stat(posix.dirname(path)), 'directory') && 'whose directory does not exist';
    case 'certificates':
      return (
        absence(files.stat(path), 'file') ?? (holdsCertificate(path, machine) ? undefined : noCertificate)
      );
    case 'a directory of certificates':
      return (
        absence(files.stat(path), 'directory') ??
        (files.list(path)?.length === 0 ? 'which has no certificate' : undefined)
      );
  }
}

const noCertificate = 'which has no certificate in PEM';

/** A path that cannot be read counts as present. */
function absence(found: Stat, wanted: 'file' | 'directory'): string | undefined {
  if (found === 'missing') return 'which does not exist';
  const isOther = (found === 'file' || found === 'directory') && found !== wanted;
  return isOther ? `which is a ${found}` : undefined;
}

function holdsCertificate(path: string, { files }: Machine): boolean {
  const bytes = files.read(path);
  return !bytes || new TextDecoder().decode(bytes).includes('-----BEGIN CERTIFICATE-----');
}
