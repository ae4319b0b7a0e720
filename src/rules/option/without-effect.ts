import { isAtLeast } from '../../options/releases/versions.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';
import { reportUnused, type Unused } from './support/unused.ts';

/** Settings of something that another option turns on. */
const without = (
  needs: readonly string[],
  paths: readonly string[],
  why: string,
  advice: string,
): Unused => ({
  paths,
  needs,
  why: ({ config }) => (needs.some((path) => isSet(config, path)) ? undefined : why),
  advice,
});

function isSet(config: Node['config'], path: string): boolean {
  const value = config.value(path);
  if (value?.kind === 'list') return value.items.length > 0;
  return Boolean(config.string(path)) || config.bool(path) === true;
}

const apis = ['dns', 'http', 'https', 'grpc', 'grpc_tls'] as const;

const rows: readonly Unused[] = [
  without(
    ['log_file'],
    ['log_rotate_bytes', 'log_rotate_duration', 'log_rotate_max_files'],
    'only the file of log_file is rotated, and there is none',
    'write log_file, or remove what is not used',
  ),
  without(
    ['enable_syslog'],
    ['syslog_facility'],
    'syslog is off without enable_syslog',
    'write enable_syslog = true, or remove syslog_facility',
  ),
  without(
    ['recursors'],
    ['dns_config.recursor_strategy', 'dns_config.recursor_timeout'],
    'the agent has no recursors to ask',
    'write recursors, or remove what is not used',
  ),
  without(
    ['retry_join', 'auto_config.enabled'],
    ['retry_interval', 'retry_max'],
    'only retry_join is tried again, and the list is empty',
    'write retry_join, or remove what is not used',
  ),
  without(
    ['retry_join_wan'],
    ['retry_interval_wan', 'retry_max_wan'],
    'only retry_join_wan is tried again, and the list is empty',
    'write retry_join_wan, or remove what is not used',
  ),
  without(
    ['auto_encrypt.tls'],
    ['auto_encrypt.dns_san', 'auto_encrypt.ip_san'],
    'only a certificate that a client requests with auto_encrypt.tls has such names',
    'write auto_encrypt.tls = true, or remove what is not used',
  ),
  {
    paths: ['client_addr'],
    needs: apis.map((api) => `addresses.${api}`),
    why: ({ config }) =>
      apis.some(
        (api) => (config.number(`ports.${api}`) ?? 0) > 0 && !config.string(`addresses.${api}`)?.trim(),
      )
        ? undefined
        : 'every client listener that is on has an address of its own in addresses',
    advice: 'remove client_addr, or the addresses that it should replace',
  },
  {
    paths: ['server_name'],
    needs: [],
    why: ({ config, version }) => {
      if (isAtLeast(version, '1.17')) return 'since 1.17 the agent does not use it';
      return config.bool('enable_agent_tls_for_checks')
        ? undefined
        : 'the agent uses it for its checks only, and only with enable_agent_tls_for_checks';
    },
    advice:
      'remove it, since certificates of servers are for server.<datacenter>.<domain> and checks have tls_server_name',
  },
  {
    paths: ['snapshot_agent'],
    needs: [],
    why: () =>
      'the agent passes over it, and makes no snapshots; `consul snapshot agent` of Consul Enterprise reads it where it is started with this file',
    advice: 'move it to a file of that program, or run `consul snapshot save` from a timer',
  },
];

export const withoutEffect = rule({
  id: 'option/without-effect',
  scope: 'node',
  source: 'runtime',
  supersedes: ['join/retry-max'],
  severity: 'info',
  options: rows.flatMap(({ paths }) => paths),
  docs: {
    summary: 'An option has no effect without another one, or not at all.',
    rationale:
      'The agent accepts these options silently. log_rotate_* is read where log_file is set (logging/logger.go), ' +
      'syslog_facility with enable_syslog; server_name has no reader since 1.17 (tlsutil/config.go), and before it served ' +
      'checks with enable_agent_tls_for_checks; snapshot_agent is a key that the parser knows and nothing reads: agents of ' +
      '1.16, 1.20 and 1.23 made no snapshot.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_rotate_bytes = 10485760\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nlog_file = "/var/log/consul/"\nlog_rotate_bytes = 10485760\n',
    },
  },
  run(node, report) {
    reportUnused(rows, node, report);
  },
});
