/** The first `cluster.yaml`: short, and with a word of comment where a newcomer has to choose. */
import { stringify } from 'yaml';
import { editorSchema } from '../../manifest/editor-schema.ts';
import type { Host } from '../hosts.ts';
import type { Answers } from './answers.ts';

export function starterManifest(answers: Answers): string {
  return [
    editorSchema,
    '# What is common to the agents and what differs; everything else is derived.',
    `# See all of it with \`consul-cfg render cluster.yaml --explain ${answers.servers[0]?.name ?? answers.clients[0]?.name}\`.`,
    ...headLines(answers),
    '',
    ...serverLines(answers.servers),
    '',
    ...clientLines(answers.clients),
    '',
    ...configLines,
    '',
  ].join('\n');
}

function headLines({ consul, datacenter, profile, format }: Answers): string[] {
  const [first, ...more] = profile;
  return [
    `consul: ${JSON.stringify(consul)}  # the release that the hosts run`,
    `datacenter: ${scalar(datacenter)}`,
    ...(first === undefined ? [] : [`profile: ${more.length > 0 ? `[${profile.join(', ')}]` : first}`]),
    ...(format === undefined ? [] : [`format: ${format}`]),
  ];
}

function serverLines(servers: readonly Host[]): string[] {
  if (servers.length === 0) return ['# servers: { srv1: { address: 10.0.0.1 } }'];
  const survives = Math.ceil(servers.length / 2) - 1;
  const comment =
    survives > 0
      ? `# ${servers.length} servers go on working without ${survives === 1 ? 'any one' : `any ${survives}`} of them.`
      : '# One server has nobody to take over; three go on working without any one of them.';
  return [comment, 'servers:', ...servers.map(nodeLine)];
}

function clientLines(clients: readonly Host[]): string[] {
  if (clients.length > 0)
    return ['# Agents beside the services; they join the servers.', 'clients:', ...clients.map(nodeLine)];
  return ['# Agents beside the services, which join the servers:', '# clients: [app1, app2]'];
}

const nodeLine = ({ name, address }: Host): string =>
  address === undefined
    ? `  ${scalar(name)}:  # found by its name; add { address: 10.0.0.1 } where names do not resolve`
    : `  ${scalar(name)}: { address: ${scalar(address)} }`;

const configLines = [
  "# Options of every agent, with Consul's own names; server_config and client_config hold those of one role.",
  'config:',
  '  # Made by the first render, in a file that stays out of version control.',
  '  encrypt: { generate: secrets/gossip.key }',
  '  # log_level: WARN',
  '',
  '# server_config:',
  '#   ui_config: { enabled: true }',
];

/** In quotes where YAML would read something else. */
const scalar = (text: string): string => stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
