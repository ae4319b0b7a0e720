/** What makes a compose file: the keys of the Compose Specification, and those of the versions before it. */
import { memberOf, membersOf, objectIn } from '../../text/tree/read.ts';
import type { ObjectValue } from '../../text/tree/value.ts';

const topLevel = new Set('version name services networks volumes configs secrets include models'.split(' '));

const ofService = new Set(
  (
    'annotations attach build blkio_config cap_add cap_drop cgroup cgroup_parent command configs container_name cpu_count ' +
    'cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy ' +
    'develop device_cgroup_rules devices dns dns_opt dns_search domainname driver_opts entrypoint env_file environment expose ' +
    'extends external_links extra_hosts gpus group_add healthcheck hostname image init ipc isolation label_file labels links ' +
    'logging mac_address mem_limit mem_reservation mem_swappiness memswap_limit models network_mode networks ' +
    'oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_stop privileged profiles provider ' +
    'pull_policy pull_refresh_after read_only restart runtime scale secrets security_opt shm_size stdin_open ' +
    'stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits use_api_socket user userns_mode uts volumes ' +
    'volumes_from working_dir ' +
    'dockerfile log_driver log_opt net volume_driver'
  ).split(' '),
);

/** Its services; undefined for a text that is not a compose file. */
export function servicesOf(root: ObjectValue): ObjectValue | undefined {
  if (root.members.has('services')) {
    const services = objectIn(memberOf(root, 'services'));
    const isKnown = [...root.members.keys()].every((name) => topLevel.has(name) || name.startsWith('x-'));
    return services && isKnown && areServices(services) ? services : undefined;
  }
  // The first version has nothing around the services, and includes nothing.
  return areServices(root) && membersOf(root).every(({ value }) => hasImage(objectIn(value)!))
    ? root
    : undefined;
}

const hasImage = (service: ObjectValue): boolean =>
  service.members.has('image') || service.members.has('build');

const areServices = (services: ObjectValue): boolean =>
  services.members.size > 0 && membersOf(services).every(({ value }) => isService(objectIn(value)));

const isService = (service: ObjectValue | undefined): boolean =>
  service !== undefined &&
  service.members.size > 0 &&
  [...service.members.keys()].every((name) => ofService.has(name) || name.startsWith('x-'));
