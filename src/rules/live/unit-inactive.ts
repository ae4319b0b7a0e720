import { rule } from '../rule.ts';
import { hostExample } from './support/host-example.ts';

export const liveUnitInactive = rule({
  id: 'live/unit-inactive',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'error',
    warning: 'when it is being started or stopped',
  },
  options: [],
  docs: {
    summary: 'systemd does not run the service of an agent.',
    rationale:
      'Nothing of what the files say is in force then. `systemctl show` of the unit says active for a service that runs; with --on-host only.',
    bad: {
      ...hostExample,
      host: 'ActiveState=failed\nSubState=failed\nResult=exit-code\nExecMainStatus=1\nMainPID=0\n',
    },
    good: { ...hostExample, host: 'UnitFileState=enabled\n' },
  },
});
