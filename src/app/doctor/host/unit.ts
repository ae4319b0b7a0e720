/** Whether systemd runs the service of an agent, starts it after a reboot, and has read its files. */
import type { Finding } from '../../../finding.ts';
import type { Unit } from '../../../subjects/unit/unit.ts';
import { type Service, timeText } from './service.ts';

export function unitFindings(service: Service, unit: Unit): readonly Finding[] {
  const { name, enabled } = service;
  const unloaded = loadFault(service);
  if (unloaded !== undefined)
    return [{ rule: 'live/unit-inactive', severity: 'error', message: unloaded, at: unit.start.at }];
  const found: Finding[] = [];
  const state = stateFault(service);
  if (state) found.push({ rule: 'live/unit-inactive', ...state, at: unit.start.at });
  const off = bootFaults[enabled];
  if (off !== undefined)
    found.push({
      rule: 'live/unit-disabled',
      severity: 'warning',
      message: `${name} ${off}; \`systemctl enable ${name}\``,
      at: unit.at('Install', 'WantedBy'),
    });
  if (service.isStale)
    found.push({
      rule: 'live/unit-daemon-reload',
      severity: 'warning',
      message: `the files of ${name} were changed after systemd read them, so a restart still uses the old ones; \`systemctl daemon-reload\`, then restart the agent`,
      at: unit.texts[0]!.source.span(0, 0),
    });
  return found;
}

const bootFaults: Readonly<Record<string, string>> = {
  disabled: 'is not enabled: after a reboot the agent does not start',
  'enabled-runtime': 'is enabled until the next reboot only, and the agent does not start then',
};

function loadFault({ name, load }: Service): string | undefined {
  switch (load) {
    case 'loaded':
      return undefined;
    case 'not-found':
      return `systemd has no unit ${name}: the file is not where systemd looks, such as /etc/systemd/system, or systemd has not read it; \`systemctl daemon-reload\``;
    case 'masked':
      return `${name} is masked, so that nothing starts the agent; \`systemctl unmask ${name}\``;
    default:
      return `systemd cannot load ${name} (${load}), so that nothing starts the agent; \`systemd-analyze verify ${name}\` says why`;
  }
}

function stateFault(service: Service): Pick<Finding, 'severity' | 'message'> | undefined {
  const { name, active, sub, result, status, restarts, since } = service;
  const time = since === undefined ? '' : ` since ${timeText(since)}`;
  const log = `\`journalctl -u ${name}\` shows why`;
  if (active === 'active' || active === 'reloading') return undefined;
  if (sub === 'auto-restart')
    return {
      severity: 'error',
      message: `the agent of ${name} has exited (status ${status}), and systemd starts it again and again (${restarts} times so far); ${log}`,
    };
  if (active === 'failed')
    return {
      severity: 'error',
      message: `${name} has failed${time} (${result}, exit status ${status}): the agent does not run; ${log}; \`systemctl start ${name}\` when that is corrected`,
    };
  if (active === 'activating')
    return {
      severity: 'warning',
      message: `${name} is being started${time} (${sub}); with Type=notify that ends when the agent has joined others; wait, and look into \`journalctl -u ${name}\` if it stays so`,
    };
  if (active === 'deactivating')
    return { severity: 'warning', message: `${name} is being stopped${time}; wait, then start it` };
  return {
    severity: 'error',
    message: `${name} does not run${time}, so that nothing runs of what its files say; \`systemctl start ${name}\``,
  };
}
