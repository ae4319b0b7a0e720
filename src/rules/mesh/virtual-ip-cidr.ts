import { isIpv4, parseCidr } from '../../util/ip.ts';
import { withOptions } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';

const cidrSizes = [
  ['virtual_ip_cidr_v4', 30],
  ['virtual_ip_cidr_v6', 126],
] as const;

function fitsFamily(text: string, longest: number): boolean {
  const network = parseCidr(text);
  if (!network) return false;
  const prefix = Number(text.slice(text.indexOf('/') + 1));
  return isIpv4(network.ip) === (longest === 30) && prefix <= longest;
}

export const meshVirtualIpCidr = rule({
  scope: 'agent',
  source: 'consul',
  id: 'mesh/virtual-ip-cidr',
  severity: 'error',
  since: '1.22.3',
  options: cidrSizes.map(([key]) => `connect.${key}`),
  docs: {
    summary: 'A network for virtual addresses is invalid, of the wrong family, or too small.',
    rationale:
      'virtual_ip_cidr_v4 must be an IPv4 network with a prefix of at most 30, virtual_ip_cidr_v6 an ' +
      'IPv6 network with one of at most 126. The agent refuses others, from 1.22.3 on.',
    bad: withOptions(`
      server = true
      connect {
        virtual_ip_cidr_v4 = "240.0.0.0/31"
      }
    `),
    good: withOptions(`
      server = true
      connect {
        virtual_ip_cidr_v4 = "240.0.0.0/16"
      }
    `),
  },
  run: ({ config }, report) => {
    for (const [key, longest] of cidrSizes) {
      const path = `connect.${key}`;
      const text = config.string(path) ?? '';
      if (text !== '' && !fitsFamily(text, longest))
        report({
          path,
          message: `${path} must be an ${longest === 30 ? 'IPv4' : 'IPv6'} network with a prefix of at most ${longest}, not ${quote(text)}`,
        });
    }
  },
});
