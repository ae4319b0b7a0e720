/**
 * `doctor --on-host` on files of a case, next to the agent of a healthy cluster. A file `host` says what differs from a
 * service that runs well: lines `Property=value` of systemd, `written: PATH TIME`, and `binary: 1.20.2`, the release of the
 * binary, whose time is shown as NOW. Files were written before the agent was started, which was on 2026-06-02.
 */
import { chmodSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFindings } from '../../src/index.ts';
import { doctor } from '../../src/node.ts';
import { changed, healthy } from '../support/replay.ts';
import type { Ran } from '../support/run.ts';
import { hidePorts, withPorts } from './ports.ts';

const runsWell: Readonly<Record<string, string>> = {
  LoadState: 'loaded',
  ActiveState: 'active',
  SubState: 'running',
  UnitFileState: 'enabled',
  Result: 'success',
  ExecMainStatus: '0',
  NRestarts: '0',
  NeedDaemonReload: 'no',
  MainPID: String(process.pid),
  ExecMainStartTimestamp: 'Tue 2026-06-02 12:00:00 UTC',
  StateChangeTimestamp: 'Tue 2026-06-02 12:00:00 UTC',
};

const unit = 'etc/systemd/system/consul.service';

/** @param cwd where the files are; in their texts and in what is printed it is the root of the machine */
export async function runOnHost(files: Readonly<Record<string, string>>, cwd: string): Promise<Ran> {
  const { host = '' } = files;
  const before = new Date('2026-06-01T12:00:00Z');
  writeFileSync(
    join(cwd, unit),
    files[unit]!.replaceAll('/usr/bin/consul', `${cwd}/consul`).replaceAll('/etc/', `${cwd}/etc/`),
  );
  for (const path of Object.keys(files).filter((name) => name.endsWith('.hcl')))
    writeFileSync(join(cwd, path), files[path]!.replaceAll('"/etc/', `"${cwd}/etc/`));
  for (const path of Object.keys(files)) utimesSync(join(cwd, path), before, before);
  for (const [, path = '', time = ''] of host.matchAll(/^written: (\S+) (\S+)$/gm))
    utimesSync(join(cwd, path), new Date(time), new Date(time));
  const given = Object.fromEntries(
    [...host.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  const properties = { ...runsWell, FragmentPath: join(cwd, unit), ...given };
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
  program(join(cwd, 'systemctl'), lines.join('\n'));
  const release = /^binary: (\S+)$/m.exec(host)?.[1];
  if (release !== undefined) program(join(cwd, 'consul'), `Consul v${release}`);
  const answers = changed(healthy('srv1'), JSON.parse(files['answers/srv1.json'] ?? '{}'));
  const { agent, ports, ca } = await withPorts(answers, files['certificates/srv1.json']);
  if (ca !== undefined) writeFileSync(join(cwd, 'etc/consul.d/ca.pem'), ca);
  try {
    const report = await doctor('etc/consul.d', {
      cwd,
      env: {},
      onHost: true,
      systemctl: join(cwd, 'systemctl'),
      agents: { srv1: agent.address },
    });
    const printed = await formatFindings(report, 'pretty', { colour: false, width: 10_000 });
    const hide = (text: string): string =>
      text
        .replaceAll(`${cwd}/consul`, '/usr/bin/consul')
        .replaceAll(cwd, '')
        .replaceAll(agent.address, 'srv1')
        .replace(/(?<=\b(?:at|since) )(?!2026-06-)\d{4}-\d\d-\d\d [\d:]+ UTC/g, 'NOW');
    return { code: 0, stdout: hide(hidePorts(printed, ports)), stderr: hide(report.notes.join('\n')) };
  } finally {
    await Promise.all([agent, ...ports].map(({ stop }) => stop()));
  }
}

/** A program that prints a text, whatever it is asked. */
function program(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\ncat <<'END'\n${text}\nEND\n`);
  chmodSync(path, 0o755);
}
