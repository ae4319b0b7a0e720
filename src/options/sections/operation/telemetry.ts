/** Metrics, and where they are sent. */

import { prefixRule } from '../../grammars/names.ts';
import { hostPort, url } from '../../grammars/network.ts';
import { duration, lateDuration } from '../../grammars/time.ts';
import { block, bool, int, list, string, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const certificate = section(() => ({
  enabled: option(bool, 'Reports when certificates expire.', { default: true }),
  cache_duration: option(duration, 'How long the read dates are kept.', { default: '5m' }),
  critical_threshold_days: option(int, 'Days before expiry from which it is critical.', { default: 7 }),
  warning_threshold_days: option(int, 'Days before expiry from which it is a warning.', { default: 30 }),
  info_threshold_days: option(int, 'Days before expiry from which it is mentioned.', { default: 90 }),
  exclude_auto_renewable: option(bool, 'Leaves out certificates that Consul renews by itself.', {
    default: false,
  }),
}));

const circonus = section(() => ({
  circonus_api_token: option(string, 'API token of Circonus; turns that sink on.', { secret: true }),
  circonus_api_app: option(string, 'Application that the token belongs to.', { unset: 'consul' }),
  circonus_api_url: option(url, 'Address of the API.', { unset: 'https://api.circonus.com/v2' }),
  circonus_submission_url: option(url, 'Where to send figures, for a check that exists.'),
  circonus_submission_interval: option(lateDuration, 'Pause between two deliveries.', { unset: '10s' }),
  circonus_check_id: option(string, 'ID of a check that exists.'),
  circonus_check_instance_id: option(
    string,
    'Distinguishes the metrics of this agent from those of others.',
    {
      unset: 'host name:application',
    },
  ),
  circonus_check_search_tag: option(string, 'Tag by which the check is found again.', {
    unset: 'service:application',
  }),
  circonus_check_display_name: option(string, 'Name of the check in Circonus.'),
  circonus_check_tags: option(string, 'Tags for a new check, separated by commas.'),
  circonus_check_force_metric_activation: option(
    words(['true', 'false'], { orEmpty: true, refusedBy: 'none' }),
    'Switches figures on again that were switched off in Circonus. A word in quotes, not a boolean.',
  ),
  circonus_broker_id: option(string, 'ID of the broker to create a check with.'),
  circonus_broker_select_tag: option(string, 'Tag by which a broker is chosen.'),
}));

export const telemetry = section(() => ({
  metrics_prefix: option(string, 'What the names of all figures begin with.', { default: 'consul' }),
  prometheus_retention_time: option(
    duration,
    'Offers figures for Prometheus, each kept for so long; 0 for none.',
    { default: '0s' },
  ),
  statsd_address: option(hostPort, 'StatsD server to send figures to, over UDP.'),
  statsite_address: option(hostPort, 'statsite server to send figures to, over TCP.'),
  dogstatsd_addr: option(
    { ...hostPort, wants: 'a host and a port, or unix:// and the path of a socket' },
    'DogStatsD server to send figures to.',
  ),
  dogstatsd_tags: option(list(string), 'Tags for everything that goes to DogStatsD.'),
  prefix_filter: option(
    list(prefixRule),
    'Which figures are sent (+) and which are not (-), by how their names begin.',
    { reload: true },
  ),
  filter_default: option(bool, 'Whether figures are sent that no prefix_filter names.', { default: true }),
  disable_hostname: option(
    bool,
    'Leaves the host name out of the names of figures. Wanted with Prometheus.',
    { default: false },
  ),
  disable_per_tenancy_usage_metrics: option(
    bool,
    'Adds figures of use up instead of splitting them by namespace and partition.',
    {
      since: '1.19',
      default: false,
    },
  ),
  enable_host_metrics: option(bool, 'Reports CPU, memory and disks of the host too.', {
    since: '1.16',
    default: false,
    earlierDefaults: [
      { before: '1.18', default: false },
      { before: '1.18.2', default: true },
    ],
  }),
  retry_failed_connection: option(
    bool,
    'Starts without a metrics server that cannot be reached, and keeps trying.',
    { default: true },
  ),
  certificate: option(
    block('CertificateTelemetry', certificate, { replaced: true }),
    'Figures about certificates that expire.',
    {
      since: '2.0',
    },
  ),
  ...circonus(),
}));
