/** cloud-init: the user data of each machine, with which it starts its agent at its first boot. */
import { stringify } from 'yaml';
import type { OutFile } from '../../manifest/file.ts';
import { isPatronis } from '../../manifest/keys/patroni/layout.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { stringAt } from '../../manifest/values.ts';
import { filesOf, modeText, type Target } from './target.ts';

export const cloudInit: Target = ({ nodes, files }) =>
  nodes.map((node) => userData(node, filesOf(files, node.name)));

function userData(node: NodeSpec, files: readonly OutFile[]): OutFile {
  const own = files.filter(({ path }) => !isPatronis(path.slice(1)));
  const data = {
    ...(node.systemd.dropIn ? packageOf(node) : accountOf(node)),
    write_files: own.map(({ path, owner, mode, content }) => ({
      path,
      owner,
      permissions: modeText(mode),
      content,
      // After accounts and packages: the owner exists only then.
      defer: true,
    })),
    runcmd: commandsOf(node, own),
  };
  const secret = own.some((file) => file.secret);
  const text = stringify(data, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false });
  return {
    path: `${node.name}/user-data`,
    mode: secret ? 0o640 : 0o644,
    owner: 'root:root',
    content: headOf(node, secret) + text,
    secret,
  };
}

function headOf({ name, role, datacenter, version, systemd }: NodeSpec, secret: boolean): string {
  const lines = [
    `Written by consul-cfg for ${name}, a ${role} in ${datacenter}. Change the manifest and render again.`,
    ...(secret
      ? [
          'It holds keys or tokens, and whoever can ask for the metadata of the machine can read it: see docs/roll-out.md.',
        ]
      : []),
    ...(systemd.dropIn ? [] : [`The image has to bring Consul ${version} as ${systemd.binary}.`]),
  ];
  return `#cloud-config\n${lines.map((line) => `# ${line}\n`).join('')}`;
}

/** As in sysusers.d, which would make it only at the next boot. */
function accountOf({ config, systemd: { user, group } }: NodeSpec): object {
  const account = {
    name: user,
    primary_group: group,
    gecos: 'HashiCorp Consul agent',
    homedir: stringAt(config, 'data_dir') ?? '/nonexistent',
    no_create_home: true,
    system: true,
    shell: '/usr/sbin/nologin',
    lock_passwd: true,
  };
  return { groups: [group], users: ['default', account] };
}

/** The repository of the vendor, for apt and dnf: each passes over what is for the other. */
const packageOf = ({ version }: NodeSpec): object => ({
  apt: {
    sources: {
      hashicorp: {
        source: 'deb [signed-by=$KEY_FILE] https://apt.releases.hashicorp.com $RELEASE main',
        keyid: '798AEC654E5C15428C8E42EEAA16FCBCA621E701',
      },
    },
  },
  yum_repos: {
    hashicorp: {
      name: 'HashiCorp',
      baseurl: 'https://rpm.releases.hashicorp.com/RHEL/$releasever/$basearch/stable',
      enabled: true,
      gpgcheck: true,
      gpgkey: 'https://rpm.releases.hashicorp.com/gpg',
    },
  },
  package_update: true,
  packages: [['consul', version.split('.').length > 2 ? `${version}-*` : `${version}.*`]],
});

/** One line for what must not go on without the line before: cloud-init runs the next one all the same. */
function commandsOf({ systemd }: NodeSpec, files: readonly OutFile[]): readonly string[] {
  const sample = '/etc/consul.d/consul.hcl';
  const isOwn = files.some(({ path }) => path === sample);
  const validate = `runuser -u ${systemd.user} -- ${systemd.binary} validate /etc/consul.d`;
  return [
    ...(systemd.dropIn && !isOwn ? [`[ ! -e ${sample} ] || mv ${sample} ${sample}.package`] : []),
    'systemd-tmpfiles --create consul.conf',
    `${validate} && systemctl daemon-reload && systemctl enable --now --no-block consul`,
  ];
}
