import { absolutePath } from '../../subjects/machine/machine.ts';
import { accountOfPatroni, type Barrier, barrierTo } from '../../subjects/patroni/access.ts';
import { type PatroniInstance, storesOf, textOf } from '../../subjects/patroni/instance.ts';
import { rule } from '../rule.ts';

const keys = ['cacert', 'ca_cert', 'cert', 'key'] as const;

export const caUnreadable = rule({
  id: 'patroni/ca-unreadable',
  scope: 'patroni',
  source: 'host',
  severity: {
    default: 'error',
    warning:
      'where no unit in sight names the account of Patroni, and where only its membership in a group decides, which ' +
      'no file in sight shows',
  },
  options: [],
  docs: {
    summary: 'The account of Patroni cannot read the CA or the certificate for Consul.',
    rationale:
      'Patroni runs as postgres, and a CA below /etc/consul.d, a directory of mode 0750 with the group consul, is out ' +
      'of its reach: PermissionError, and "waiting on consul" without end. Checked with --on-host, and in trees whose ' +
      'tmpfiles.d gives the modes.',
    bad: {
      'pg1/etc/patroni/patroni.yml': patroni('/etc/consul.d/tls/ca.pem'),
      'pg1/etc/systemd/system/patroni.service': service(),
      'pg1/etc/tmpfiles.d/consul.conf': 'd /etc/consul.d 0750 root consul -\n',
    },
    good: {
      'pg1/etc/patroni/patroni.yml': patroni('/etc/patroni/consul-ca.pem'),
      'pg1/etc/systemd/system/patroni.service': service(),
      'pg1/etc/tmpfiles.d/consul.conf': 'd /etc/consul.d 0750 root consul -\n',
    },
  },
  run({ instance, files }, report) {
    const account = accountOfPatroni(instance.service, files);
    if (!account || storesOf(instance)[0]?.name !== 'consul' || !isHttps(instance)) return;
    for (const key of keys) {
      const named = textOf(instance, `consul.${key}`);
      const path = absolutePath(named?.text);
      const barrier = path === undefined ? undefined : barrierTo(path, account, files);
      if (!named || path === undefined || !barrier) continue;
      const isSure = account.isNamed && !barrier.mayBeMember;
      report({
        at: named.at,
        ...(!isSure && { severity: 'warning' }),
        message:
          `${account.user}, ${account.isNamed ? 'the account of Patroni' : 'the usual account of Patroni'}, cannot read ${path}: ` +
          `${textOfBarrier(barrier, account.user)}: Patroni waits for Consul without end; ${remedyFor(key)}`,
      });
    }
  },
});

function textOfBarrier({ path, facts: { mode, owner }, mayBeMember }: Barrier, user: string): string {
  const unless = mayBeMember ? `, and nothing shows that ${user} is a member of ${owner.group}` : '';
  return `${path} has mode ${mode.toString(8).padStart(4, '0')} and owner ${owner.user}:${owner.group}${unless}`;
}

const remedyFor = (key: (typeof keys)[number]): string =>
  key === 'key'
    ? 'copy the key to /etc/patroni with mode 0640 and the group of Patroni, and name that'
    : 'copy it to /etc/patroni with mode 0644, and name that';

const isHttps = (instance: PatroniInstance): boolean =>
  textOf(instance, 'consul.scheme')?.text === 'https' ||
  /^https:/.test(textOf(instance, 'consul.url')?.text ?? '');

function patroni(ca: string): string {
  return `scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8501\n  scheme: https\n  cacert: ${ca}\n  checks: []\n`;
}

function service(): string {
  return '[Unit]\nAfter=consul.service\n\n[Service]\nUser=postgres\nExecStart=/usr/bin/patroni /etc/patroni/patroni.yml\n';
}
