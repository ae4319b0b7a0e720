/** nftables: a table of our own that closes the ports of the agent to all but those who need them. */
import { groupBy } from '../../../util/collections.ts';
import type { Opening, Source, Sources } from './openings.ts';

const families = [
  { suffix: '4', type: 'ipv4_addr', match: 'ip', has: (address: string) => !address.includes(':') },
  { suffix: '6', type: 'ipv6_addr', match: 'ip6', has: (address: string) => address.includes(':') },
] as const;

type Family = (typeof families)[number];

const head = `#!/usr/sbin/nft -f
# Written by consul-cfg. Closes the ports of the Consul agent to all but the cluster and its clients. It does not open
# ports that another table drops. To load it at boot, write in /etc/nftables.conf, after its "flush ruleset":
#   include "/etc/nftables.d/*.nft"

table inet consul_cfg
delete table inet consul_cfg

table inet consul_cfg {
`;

export function nftablesText(openings: readonly Opening[], sources: Sources): string {
  const used = [...new Set(openings.flatMap(({ from }) => from))];
  const sets = used.flatMap((source) => families.map((family) => setText(source, family, sources)));
  const rules = openings.flatMap((opening) => [
    `    # ${opening.purpose}`,
    ...opening.from.flatMap((source) =>
      families.flatMap((family) => rulesOf(opening, source, family, sources)),
    ),
  ]);
  return `${head}${sets.join('')}  chain input {
    type filter hook input priority filter; policy accept;
    iif "lo" accept
    ct state established,related accept
${rules.join('\n')}
    # Everything else is dropped.
${dropText(openings)}  }
}
`;
}

const elementsOf = (source: Source, { has }: Family, sources: Sources): readonly string[] =>
  sources[source].filter(has);

function setText(source: Source, family: Family, sources: Sources): string {
  const elements = elementsOf(source, family, sources);
  if (elements.length === 0) return '';
  return `  set ${source}${family.suffix} {
    type ${family.type}
    flags interval
    auto-merge
    elements = {
${elements.map((element) => `      ${element},\n`).join('')}    }
  }

`;
}

function rulesOf({ port, protocols }: Opening, source: Source, family: Family, sources: Sources): string[] {
  if (elementsOf(source, family, sources).length === 0) return [];
  return protocols.map(
    (protocol) => `    ${family.match} saddr @${source}${family.suffix} ${protocol} dport ${port} accept`,
  );
}

function dropText(openings: readonly Opening[]): string {
  const pairs = openings.flatMap(({ port, protocols }) => protocols.map((protocol) => ({ protocol, port })));
  return [...groupBy(pairs, ({ protocol }) => protocol)]
    .map(([protocol, of]) => {
      const ports = [...new Set(of.map(({ port }) => port))].sort((a, b) => a - b);
      return `    ${protocol} dport { ${ports.join(', ')} } drop\n`;
    })
    .join('');
}
