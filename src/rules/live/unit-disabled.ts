import { rule } from '../rule.ts';
import { hostExample } from './support/host-example.ts';

export const liveUnitDisabled = rule({
  id: 'live/unit-disabled',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'The service of an agent does not start after a reboot.',
    rationale:
      'A unit that is not enabled is started by hand only, so that a machine that boots is missing in the cluster. A unit without [Install], which others start, is not reported; with --on-host only.',
    bad: { ...hostExample, host: 'UnitFileState=disabled\n' },
    good: { ...hostExample, host: 'UnitFileState=enabled\n' },
  },
});
