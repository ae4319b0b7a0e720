import { rule } from '../rule.ts';
import { hostExample } from './support/host-example.ts';

export const liveUnitRestart = rule({
  id: 'live/unit-restart',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'warning',
    info: 'when the agent was reloaded since, or shows what the files say',
  },
  options: [],
  docs: {
    summary: 'An agent was started before its files, its unit or its binary changed.',
    rationale:
      'What an agent reads at its start only stays as it was, and after a reload `/v1/agent/self` shows the value of the file all the same. The start is that of the main process of the unit, the other time that of the file; with --on-host only.',
    bad: {
      ...hostExample,
      host: 'written: etc/consul.d/consul.hcl 2026-06-03T10:00:00Z\nUnitFileState=enabled\n',
    },
    good: { ...hostExample, host: 'UnitFileState=enabled\n' },
  },
});
