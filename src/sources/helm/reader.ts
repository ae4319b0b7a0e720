/**
 * Values of the official Helm chart, as its templates read them (`server-config-configmap.yaml`, `server-statefulset.yaml`,
 * `client-daemonset.yaml`): the servers and clients that the chart starts. What the chart itself sets, and no value changes, is
 * not the user's and is left out.
 */
import { posix } from 'node:path';
import { MappedText } from '../../text/source/mapped-text.ts';
import type { Source, Span } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { memberOf, textIn } from '../../text/tree/read.ts';
import type { Value } from '../../text/tree/value.ts';
import { readImage } from '../container/image.ts';
import type { Mount, SourceFiles, StartedAgent, World } from '../source.ts';
import { extraConfig } from './extra-config.ts';
import { layeredValues } from './layers.ts';
import { placeOf, valueAt } from './values.ts';

export function readHelmValues(source: Source, files: SourceFiles): World | undefined {
  if (isDefaultOfChart(source, files)) return undefined;
  const layered = layeredValues(source, files);
  if (!layered) return undefined;
  const { values, texts } = layered;
  const servers = serversOf(values);
  const agents = [...servers, ...clientsOf(values)];
  if (agents.length === 0) return undefined;
  return { kind: 'helm', source, texts, agents, isWhole: isWhole(values) };
}

/** The chart's own file, in which every value is a default. */
const isDefaultOfChart = ({ file }: Source, files: SourceFiles): boolean =>
  posix.basename(file) === 'values.yaml' &&
  files.stat(posix.join(posix.dirname(file), 'templates', 'server-statefulset.yaml')) === 'file';

const isOn = (values: Value, path: string): boolean => textIn(valueAt(values, path)) === 'true';
const isOff = (values: Value, path: string): boolean => textIn(valueAt(values, path)) === 'false';

/** Undefined where the file does not say it: the default of the chart changed from 3 to 1. */
function countOf(values: Value): number | undefined {
  const replicas = textIn(valueAt(values, 'server.replicas'));
  return replicas !== undefined && /^\d{1,2}$/.test(replicas) ? Number(replicas) : undefined;
}

/** Where more servers are expected than the chart starts, others run elsewhere. */
function isWhole(values: Value): boolean {
  const count = countOf(values);
  const expect = valueAt(values, 'server.bootstrapExpect');
  const number = Number(textIn(expect) ?? count);
  return count !== undefined && (expect?.kind === 'null' || number <= count);
}

const mostCopies = 9;

function serversOf(values: Value): readonly StartedAgent[] {
  const server = memberOf(values, 'server');
  const isAbsent =
    isOff(values, 'server.enabled') ||
    isOn(values, 'externalServers.enabled') ||
    (isOff(values, 'global.enabled') && !isOn(values, 'server.enabled'));
  const count = countOf(values);
  if (!server || isAbsent || count === 0) return [];
  const at = placeOf(valueAt(values, 'server.replicas') ?? keyOf(values, 'server'));
  const copies = count !== undefined && count <= mostCopies ? count : 1;
  return Array.from({ length: copies }, (_, i) =>
    agentOf(values, 'server', {
      at,
      name: copies > 1 ? `consul-server-${i}` : 'consul-server',
      count: count === undefined ? undefined : 1,
      mounts: [...serverConfig(values), ...commonConfig(values), ...extraConfig(values, 'server')],
    }),
  );
}

function clientsOf(values: Value): readonly StartedAgent[] {
  const isWritten = valueAt(values, 'client.extraConfig') !== undefined;
  if (!(isOn(values, 'client.enabled') || isWritten) || isOff(values, 'client.enabled')) return [];
  const mounts = [...commonConfig(values), ...extraConfig(values, 'client')];
  const at = placeOf(keyOf(values, 'client'));
  return [agentOf(values, 'client', { at, name: 'consul-client', count: undefined, mounts })];
}

interface Own {
  readonly at: Span;
  readonly name: string;
  readonly count: number | undefined;
  readonly mounts: readonly Mount[];
}

function agentOf(values: Value, role: 'server' | 'client', { at, name, count, mounts }: Own): StartedAgent {
  const imageValue = valueAt(values, `${role}.image`) ?? valueAt(values, 'global.image');
  const imageText = textIn(imageValue);
  const image = imageText === undefined ? undefined : readImage(imageText);
  const gossip = valueAt(values, 'global.gossipEncryption');
  return {
    name,
    words: [
      ...words(at, '-config-dir=/consul/config', '-retry-join=consul-server', '-data-dir=/consul/data'),
      // The servers are what the finding about it is reported at.
      ...(gossip || role === 'client'
        ? words(gossip ? placeOf(gossip) : at, '-encrypt=' + '$' + '{GOSSIP_KEY}')
        : []),
    ],
    at,
    release: image?.release,
    image: image?.text,
    mounts,
    emptyPaths: [],
    open: openIn(values, role),
    container: {
      name,
      kind: 'kubernetes',
      chart: true,
      at,
      names: [],
      sharedNames: ['consul-server'],
      addresses: [],
      count,
      published: [],
      networks: ['pods'],
      kept: ['/consul/data'],
      anonymousVolume: undefined,
      edition: image?.edition,
      release:
        image?.release === undefined || !imageValue
          ? undefined
          : { text: image.release, at: placeOf(imageValue) },
      unread: [],
      absent: [],
    },
  };
}

/** What puts further options into the agent. */
function openIn(values: Value, role: 'server' | 'client'): string | undefined {
  const isFilled = (path: string): boolean => {
    const value = valueAt(values, path);
    return (
      value !== undefined && !(value.kind === 'list' && value.items.length === 0) && value.kind !== 'null'
    );
  };
  if (isFilled(`${role}.extraVolumes`)) return 'volumes of it may bring files';
  return isOn(values, 'global.secretsBackend.vault.enabled') ? 'Vault gives it secrets' : undefined;
}

/** Each value is a file of its own, so that what is found in it is at its place. */
function serverConfig(values: Value): readonly Mount[] {
  const replicas = valueAt(values, 'server.replicas');
  const expect = [valueAt(values, 'server.bootstrapExpect'), replicas].find(
    (value) => value !== undefined && value.kind !== 'null' && textIn(value) !== '0',
  );
  const number = textIn(expect);
  const at = placeOf(keyOf(values, 'server'));
  return [
    written('1-server.json', at, `{"server": true, "autopilot": {"min_quorum": ${'$'}{CHART}}}`),
    ...(expect && number !== undefined && /^\d+$/.test(number)
      ? [written('2-expect.json', placeOf(expect), `{"bootstrap_expect": ${number}}`)]
      : []),
  ];
}

function commonConfig(values: Value): readonly Mount[] {
  const datacenter = valueAt(values, 'global.datacenter');
  const name = textIn(datacenter);
  const acls = valueAt(values, 'global.acls.manageSystemACLs') ?? valueAt(values, 'global.bootstrapACLs');
  const tls = valueAt(values, 'global.tls.enabled');
  const isVerified = !isOff(values, 'global.tls.verify');
  return [
    ...(datacenter && name !== undefined && /^[\w-]+$/.test(name)
      ? [written('3-datacenter.json', placeOf(datacenter), `{"datacenter": ${JSON.stringify(name)}}`)]
      : []),
    ...(acls && textIn(acls) === 'true'
      ? [
          written(
            'acl-config.json',
            placeOf(acls),
            '{"acl": {"enabled": true, "default_policy": "deny", "enable_token_persistence": true}}',
          ),
        ]
      : []),
    ...(tls && textIn(tls) === 'true'
      ? [written('tls-config.json', placeOf(tls), isVerified ? verified : unverified)]
      : []),
  ];
}

const files =
  '"ca_file": "/consul/tls/ca/tls.crt", "cert_file": "/consul/tls/server/tls.crt", "key_file": "/consul/tls/server/tls.key"';
const verified = `{"tls": {"internal_rpc": {"verify_incoming": true, "verify_server_hostname": true}, "defaults": {"verify_outgoing": true, ${files}}}}`;
const unverified = `{"tls": {"defaults": {${files}}}}`;

const written = (name: string, at: Span, text: string): Mount => ({
  target: `/consul/config/${name}`,
  at,
  content: { kind: 'text', text: MappedText.at(at, text) },
});

const keyOf = (values: Value, name: string): Span =>
  (values.kind === 'object' ? values.members.get(name)?.key : undefined) ?? placeOf(values);

const words = (at: Span, ...texts: readonly string[]): readonly Word[] =>
  texts.map((text) => ({ text, at, part: () => at }));
