/** This machine, for rules that look at it; loaded only with `--on-host`. */
import { disk } from '../../model/load/disk.ts';
import { assumedHost } from '../../model/load/host.ts';
import { thisHost } from '../../model/load/this-host.ts';
import type { Machine } from '../../subjects/machine/machine.ts';

/** Without environment and limits: those are of the caller's shell, not of the agent. */
export function thisMachine(): Machine {
  const { addresses, interfaces, name } = thisHost({});
  return {
    ...assumedHost,
    addresses,
    ...(interfaces && { interfaces }),
    name,
    assumed: false,
    files: disk,
    now: Date.now(),
  };
}
