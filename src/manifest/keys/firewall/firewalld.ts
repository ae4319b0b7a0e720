/**
 * firewalld: a policy that opens the ports of the agent to the hosts that need them. Everything else is left to the zones,
 * which do not open these ports by default. A separate zone would also capture the other connections of those hosts.
 */
import type { Opening, Source, Sources } from './openings.ts';

export interface FirewalldFile {
  /** Below /etc/firewalld. */
  readonly path: string;
  readonly content: string;
}

const families = [
  { suffix: '4', set: 'inet', rule: 'ipv4', has: (address: string) => !address.includes(':') },
  { suffix: '6', set: 'inet6', rule: 'ipv6', has: (address: string) => address.includes(':') },
] as const;

const head = '<?xml version="1.0" encoding="utf-8"?>\n<!-- Written by consul-cfg. -->\n';

export function firewalldFiles(openings: readonly Opening[], sources: Sources): FirewalldFile[] {
  const used = [...new Set(openings.flatMap(({ from }) => from))];
  const sets = used.flatMap((source) =>
    families.flatMap((family) => {
      const entries = sources[source].filter(family.has);
      return entries.length === 0
        ? []
        : [{ source, family, name: `consul-${source}${family.suffix}`, entries }];
    }),
  );
  const rules = openings.flatMap((opening) => [
    `  <!-- ${opening.purpose} -->\n`,
    ...sets
      .filter(({ source }) => opening.from.includes(source))
      .flatMap(({ family, name }) => rulesOf(opening, family.rule, name)),
  ]);
  return [
    ...sets.map(({ family, name, entries }) => ({
      path: `ipsets/${name}.xml`,
      content: setText(family.set, sourceDocs[name.slice('consul-'.length, -1) as Source], entries),
    })),
    { path: 'policies/consul.xml', content: policyText(rules) },
  ];
}

const sourceDocs: Readonly<Record<Source, string>> = {
  cluster: 'The Consul agents of this datacenter.',
  wan: 'The Consul servers of all datacenters.',
  clients: 'Hosts that may use the APIs of Consul agents.',
};

const rulesOf = ({ port, protocols }: Opening, family: string, set: string): string[] =>
  protocols.map(
    (protocol) => `  <rule family="${family}">
    <source ipset="${set}"/>
    <port port="${port}" protocol="${protocol}"/>
    <accept/>
  </rule>
`,
  );

const policyText = (rules: readonly string[]): string => `${head}<policy priority="-100" target="CONTINUE">
  <short>Consul</short>
  <description>Opens the ports of the Consul agent to the hosts that need them.</description>
  <ingress-zone name="ANY"/>
  <egress-zone name="HOST"/>
${rules.join('')}</policy>
`;

const setText = (
  family: string,
  docs: string,
  entries: readonly string[],
): string => `${head}<ipset type="hash:net">
  <short>${docs}</short>
  <option name="family" value="${family}"/>
  <option name="maxelem" value="65536"/>
${entries.map((entry) => `  <entry>${entry}</entry>\n`).join('')}</ipset>
`;
