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
  severity: 'error',
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
    summary: 'An option names a file or directory that is not on this machine.',
    rationale:
      '`consul validate` looks at none of them. The agent refuses to start without its certificates, keys and CAs, ' +
      'without the directory of pid_file or of a unix socket, with a CA file in which no certificate is, and with a ' +
      'ca_path without any file. With a missing script, handler, intro token or UI it starts, and that part does not ' +
      'work: a warning. Looked at with --on-host only.',
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
    const told = new Set<string>();
    for (const named of namedFiles(node)) {
      const file = absolutePath(named.text);
      // What tls.defaults names, three listeners name.
      const place = `${named.at.source.file}:${named.at.start}`;
      if (file === undefined || told.has(place)) continue;
      if (named.wants === 'a file in a directory' && isMadeBySystemd(unit, posix.dirname(file))) continue;
      const fault = faultOf(named, file, machine);
      if (fault === undefined) continue;
      told.add(place);
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
      return absence(files.stat(posix.dirname(path)), 'directory') && 'whose directory is not there';
    case 'certificates':
      return (
        absence(files.stat(path), 'file') ?? (holdsCertificate(path, machine) ? undefined : noCertificate)
      );
    case 'a directory of certificates':
      return (
        absence(files.stat(path), 'directory') ??
        (files.list(path)?.length === 0 ? 'which holds no certificate' : undefined)
      );
  }
}

const noCertificate = 'which holds no certificate in PEM';

/** What cannot be looked at may well be there. */
function absence(found: Stat, wanted: 'file' | 'directory'): string | undefined {
  if (found === 'missing') return 'which does not exist';
  const isOther = (found === 'file' || found === 'directory') && found !== wanted;
  return isOther ? `which is a ${found}` : undefined;
}

function holdsCertificate(path: string, { files }: Machine): boolean {
  const bytes = files.read(path);
  return !bytes || new TextDecoder().decode(bytes).includes('-----BEGIN CERTIFICATE-----');
}
