/** Services, checks and watches of the agent, and the switches that govern them. */

import { duration } from '../../grammars/time.ts';
import { between, block, bool, list } from '../../kinds.ts';
import { option, type Section } from '../../option.ts';
import { check } from './checks.ts';
import { service } from './services.ts';
import { watch } from './watches.ts';

export const serviceOptions: Section = {
  services: option(
    list(block('Service', service)),
    'Services of this node. The lists of several files add up.',
    {
      reload: true,
    },
  ),
  service: option(
    block('Service', service, { replaced: true }),
    'One service of this node; `services` takes several.',
    {
      reload: true,
    },
  ),
  checks: option(
    list(block('Check', check)),
    'Health checks of this node, or of its services by `service_id`.',
    {
      reload: true,
    },
  ),
  check: option(block('Check', check, { replaced: true }), 'One health check; `checks` takes several.', {
    reload: true,
  }),
  watches: option(
    list(block('Watch', watch, { free: 'closed' })),
    'What to run or call when data changes. First read when the agent starts.',
    { reload: true },
  ),
  enable_local_script_checks: option(bool, 'Runs checks with `args` that configuration files define.', {
    unset: 'the same as enable_script_checks',
    flag: '-enable-local-script-checks',
  }),
  enable_script_checks: option(
    bool,
    'Runs checks with `args` wherever they come from. Whoever may register a check can then run commands; prefer the local switch.',
    { default: false, flag: '-enable-script-checks' },
  ),
  enable_agent_tls_for_checks: option(
    bool,
    'Makes checks over TLS trust the CA of the agent instead of those of the host, and show its certificate.',
    { default: false, reload: true },
  ),
  check_update_interval: option(
    duration,
    'How long changed output of a check is held back while its state stays the same.',
    {
      default: '5m',
    },
  ),
  check_output_max_size: option(
    between(1, undefined, 'validate'),
    'Bytes of output that are kept for each check.',
    {
      default: 4096,
      flag: '-check_output_max_size',
    },
  ),
  discard_check_output: option(bool, 'Does not keep the output of checks. Spares the servers writes.', {
    default: false,
    reload: true,
  }),
  enable_central_service_config: option(bool, 'Has services take over the defaults in config entries.', {
    default: true,
  }),
  session_ttl_min: option(duration, 'The shortest time to live that a session may ask for.', {
    default: '10s',
    role: 'server',
  }),
};
