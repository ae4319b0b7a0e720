import { rule } from '../rule.ts';
import { hostExample } from './support/host-example.ts';

export const liveUnitDaemonReload = rule({
  id: 'live/unit-daemon-reload',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'systemd has not read the unit of an agent since it changed.',
    rationale:
      'A restart starts the agent with the command line and the limits that systemd has read last (NeedDaemonReload); with --on-host only.',
    bad: { ...hostExample, host: 'NeedDaemonReload=yes\n' },
    good: { ...hostExample, host: 'UnitFileState=enabled\n' },
  },
});
