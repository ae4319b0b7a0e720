/** Services of the node: what holds for every kind of them. */
import type { Value } from '../../text/value.ts';
import { isOctal } from '../grammar/encoding.ts';
import { trimSpace } from '../grammar/text.ts';
import { boolAt, each, find, listAt, numberAt, stringAt } from '../select.ts';
import { type Check, quote } from './check.ts';
import { metaFault } from './meta.ts';
import { ofServices, type Service } from './service.ts';
import { oneOf } from './values.ts';

const meta = ofServices({
  id: 'agent/service-meta',
  keys: ['meta'],
  sidecars: true,
  docs: 'The limits of node_meta hold for services too. Only mesh gateways may set consul-wan-federation.',
  run: ({ value, path, kind }, report) =>
    metaFault(
      find(value, 'meta'),
      `${path}.meta`,
      (spot) => report('meta', spot.message),
      kind === 'mesh-gateway' ? ['consul-wan-federation'] : [],
    ),
});

const weights = ofServices({
  id: 'agent/service-weights',
  keys: ['weights.passing', 'weights.warning'],
  sidecars: true,
  docs: 'Weights in DNS: 1 to 65535 while passing, 0 to 65535 while warning.',
  run: ({ value, path }, report) => {
    for (const [key, least] of [
      ['passing', 1],
      ['warning', 0],
    ] as const) {
      const weight = numberAt(value, `weights.${key}`);
      if (weight === undefined || (weight >= least && weight <= 65535)) continue;
      report(`weights.${key}`, `${path}.weights.${key} must be from ${least} to 65535, not ${weight}`);
    }
  },
});

const socketPath = ofServices({
  id: 'agent/service-socket-path',
  keys: ['socket_path', 'port', 'address'],
  sidecars: true,
  docs: 'An instance is at a unix socket or at an address and port. Presence counts, even of port 0.',
  run: ({ value, path }, report) => {
    const other = ['port', 'address'].find((key) => find(value, key));
    if (!find(value, 'socket_path') || other === undefined) return;
    report(
      'socket_path',
      `${path} has a socket_path and a ${other}; an instance has one place. Remove the ${other}, even if it is 0 or empty`,
    );
  },
});

const sidecar = ofServices({
  id: 'agent/sidecar-service',
  keys: ['connect.sidecar_service.id', 'connect.sidecar_service.connect.sidecar_service'],
  docs: 'The agent names a sidecar itself, and a sidecar has no sidecar.',
  run: ({ value, path }, report) => {
    const base = 'connect.sidecar_service';
    if (stringAt(value, `${base}.id`)?.value)
      report(`${base}.id`, `${path}.${base}.id must not be set; the agent names a sidecar itself`);
    if (find(value, `${base}.connect.sidecar_service`))
      report(
        `${base}.connect.sidecar_service`,
        `${path}.${base} has a sidecar of its own, which there is not; remove it`,
      );
  },
});

const native = ofServices({
  id: 'agent/service-native',
  keys: ['connect.native', 'port', 'socket_path'],
  docs: 'A service that speaks the mesh’s protocol itself must say where.',
  run: (service, report) => {
    const { value, path } = service;
    if (!boolAt(value, 'connect.native') || hasPlace(service)) return;
    report(
      'connect.native',
      `${path} is connect.native, but has neither a port nor a socket_path; write where it listens`,
    );
  },
});

export const hasPlace = ({ value }: Service): boolean =>
  (numberAt(value, 'port') ?? 0) !== 0 || (stringAt(value, 'socket_path')?.value ?? '') !== '';

const locality = ofServices({
  id: 'agent/service-locality',
  keys: ['locality.region', 'locality.zone'],
  since: '1.18',
  docs: 'A zone means something only within a region.',
  run: ({ value, path }, report) => {
    if (!stringAt(value, 'locality.zone')?.value || stringAt(value, 'locality.region')?.value) return;
    report(
      'locality.zone',
      `${path}.locality.zone is set without locality.region; write the region beside it`,
    );
  },
});

const ports = ofServices({
  id: 'agent/service-ports',
  keys: ['ports', 'port', 'kind'],
  since: '1.22',
  docs: 'Named ports: unique names, ports above 0, exactly one default; not with `port`, and not for proxies and gateways.',
  run: ({ value, path, kind }, report) => {
    const list = listAt(value, 'ports')?.items ?? [];
    if (list.length === 0) return;
    if (kind !== '') report('ports', `${path} is a ${kind}, which has no named ports; write port`);
    if ((numberAt(value, 'port') ?? 0) !== 0)
      report('port', `${path} has both port and ports; keep ports, and mark the main one as default`);
    for (const [i, fault] of portFaults(list)) report(`ports[${i}]`, `${path}.ports[${i}] ${fault}`);
    const defaults = list.filter((entry) => boolAt(entry, 'default')).length;
    if (defaults !== 1)
      report(
        'ports',
        `${path}.ports has ${defaults === 0 ? 'no default' : `${defaults} defaults`}; mark exactly one port with default = true`,
      );
  },
});

function portFaults(list: readonly Value[]): readonly (readonly [index: number, fault: string])[] {
  const names = new Set<string>();
  const faults: [number, string][] = [];
  for (const [i, entry] of list.entries()) {
    const name = stringAt(entry, 'name')?.value ?? '';
    if (trimSpace(name) === '') faults.push([i, 'has no name']);
    else if (names.has(name)) faults.push([i, `repeats the name ${quote(name)}`]);
    else if ((numberAt(entry, 'port') ?? 0) <= 0) faults.push([i, 'needs a port above 0']);
    names.add(name);
  }
  return faults;
}

const portNames = ofServices({
  id: 'agent/service-port-name-dns',
  keys: ['ports[].name'],
  since: '1.22',
  severity: 'warning',
  docs: 'DNS carries letters, digits and dashes.',
  run: ({ value, path }, report) => {
    for (const [i, entry] of (listAt(value, 'ports')?.items ?? []).entries()) {
      const name = stringAt(entry, 'name')?.value ?? '';
      if (/[^A-Za-z0-9\\-]/.test(name))
        report(
          `ports[${i}].name`,
          `${path}.ports[${i}].name ${quote(name)} holds characters that DNS cannot carry, so the port cannot be found by DNS; use letters, digits and dashes`,
        );
    }
  },
});

/** Words that are checked on every service and sidecar, whatever its kind. */
const proxyWords: readonly {
  readonly option: string;
  readonly wants: string;
  readonly accepts: (text: string) => boolean;
}[] = [
  {
    option: 'proxy.mode',
    wants: oneOf(['transparent', 'direct']),
    accepts: (text) => ['transparent', 'direct', ''].includes(text),
  },
  ...['proxy.mesh_gateway.mode', 'proxy.upstreams[].mesh_gateway.mode'].map((option) => ({
    option,
    wants: oneOf(['none', 'local', 'remote']),
    accepts: (text: string) => ['none', 'local', 'remote', ''].includes(text),
  })),
  {
    option: 'proxy.upstreams[].local_bind_socket_mode',
    wants: 'permission bits in octal, such as "0660"',
    accepts: isOctal,
  },
];

const words = ofServices({
  id: 'agent/proxy-value',
  keys: proxyWords.map(({ option }) => option),
  sidecars: true,
  docs: 'Modes of proxies and gateways are a few words, modes of sockets octal numbers. Checked on every service, whatever its kind.',
  run: ({ value, path }, report) => {
    for (const { option, wants, accepts } of proxyWords) {
      each(value, option, (found, at) => {
        if (found.kind === 'string' && !accepts(found.value))
          report(at, `${path}.${at} must be ${wants}, not ${quote(found.value)}`);
      });
    }
  },
});

export const services: readonly Check[] = [
  meta,
  weights,
  socketPath,
  sidecar,
  native,
  locality,
  ports,
  portNames,
  words,
];
