/** What is wrong with the service of an agent on this machine, and with the files that it uses. */
import type { Finding } from '../../../finding.ts';
import { agentBinary } from '../../../subjects/unit/command.ts';
import type { Unit } from '../../../subjects/unit/unit.ts';
import { driftFindings } from '../drift/drift.ts';
import { type Expected, isNamed } from '../expected.ts';
import { memberOf, textOf } from '../json.ts';
import { nameIn, type Observed } from '../observe.ts';
import { releaseIn } from '../state.ts';
import type { HostReader, Program } from './reader.ts';
import { binaryFindings, type Running, restartFindings } from './restart.ts';
import { isRunning, properties, type Service, serviceName, serviceOf } from './service.ts';
import { unitFindings } from './unit.ts';

export interface HostLook {
  readonly reader: HostReader;
  /** The nodes whose files are those of this machine. */
  readonly nodes: readonly Expected[];
  readonly agents: readonly Observed[];
  /** The path without symbolic links. */
  readonly realpath: (path: string) => string | undefined;
}

export interface HostState {
  readonly findings: readonly Finding[];
  /** What could not be looked at, a sentence each without its end. */
  readonly notes: readonly string[];
  /** Nodes whose agents certainly do not run, so that they have no answers. */
  readonly stopped: readonly Expected[];
}

export async function hostState(look: HostLook): Promise<HostState> {
  const states = await Promise.all(look.nodes.map((expected) => stateOf(expected, look)));
  return {
    findings: states.flatMap(({ findings }) => findings),
    notes: [...new Set(states.flatMap(({ notes }) => notes))],
    stopped: states.flatMap(({ stopped }) => stopped),
  };
}

const noted = (note: string): HostState => ({ findings: [], notes: [note], stopped: [] });

async function stateOf(expected: Expected, look: HostLook): Promise<HostState> {
  const { unit } = expected.node;
  const name = unit && serviceName(unit);
  if (name === undefined)
    return noted(
      `no unit of systemd that starts the agent of ${expected.name} is in sight, so its state is not known`,
    );
  const answered = await look.reader.unit(name, properties);
  if (answered.kind === 'none') return noted(`${answered.reason}, so the state of ${name} is not known`);
  const service = serviceOf(name, answered.properties);
  const findings = unitFindings(service, unit!);
  const isStopped = findings.some(
    ({ rule, severity }) => rule === 'live/unit-inactive' && severity === 'error',
  );
  const stopped = isStopped ? [expected] : [];
  if (service.load !== 'loaded') return { findings, notes: [], stopped };
  const path = unit!.texts[0]!.source.file;
  if (look.realpath(path) !== look.realpath(service.file))
    return {
      findings,
      notes: [
        `systemd has ${name} from ${service.file}, not from ${path}, so that only its state is looked at`,
      ],
      stopped,
    };
  const more = await serviceFindings(service, unit!, expected, look);
  return { findings: [...findings, ...more], notes: [], stopped };
}

async function serviceFindings(
  service: Service,
  unit: Unit,
  expected: Expected,
  { reader, agents }: HostLook,
): Promise<readonly Finding[]> {
  const binary = agentBinary(unit.start);
  const program = binary === undefined ? undefined : await reader.program(binary, service.pid);
  const ofRelease = program ? releaseFindings(binary!, program, unit, expected) : [];
  if (!isRunning(service) || service.started === undefined) return ofRelease;
  const agent = agents.find(
    (one) => one.self.kind === 'json' && isNamed(expected.name)({ name: nameIn(one) ?? '' }),
  );
  const running: Running = {
    node: expected.node,
    unit,
    service,
    started: service.started,
    release: agent && releaseRun(agent),
    agrees: agent && driftFindings([agent], [expected]).length === 0,
  };
  return [
    ...ofRelease,
    ...restartFindings(running),
    ...(program ? binaryFindings(running, binary!, program) : []),
  ];
}

const releaseRun = ({ self }: Observed): string | undefined =>
  self.kind === 'json' ? releaseIn(textOf(memberOf(self.json, 'Config'), 'Version')) : undefined;

function releaseFindings(
  path: string,
  { release }: Program,
  { start }: Unit,
  { release: stated }: Expected,
): readonly Finding[] {
  if (release === undefined || stated === undefined) return [];
  if (release === stated || release.startsWith(`${stated}.`)) return [];
  return [
    {
      rule: 'live/unit-release',
      severity: 'warning',
      message: `${path} is Consul ${release}, and the files are for ${stated}; install ${stated}, or state ${release.split('.').slice(0, 2).join('.')}, so that the files are linted for the release that reads them`,
      at: start.at,
    },
  ];
}
