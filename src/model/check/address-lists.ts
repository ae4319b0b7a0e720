/** Lists of addresses and networks. */
import { parseCidr, parseIp } from '../grammar/ip.ts';
import { fields, trimSpace } from '../grammar/text.ts';
import { each, listAt } from '../select.ts';
import { expand } from '../template/expand.ts';
import { type Check, quote } from './check.ts';
import { texts } from './values.ts';

const anyLiterals = new Set(['0.0.0.0', '::', '[::]']);

const recursors: Check = {
  id: 'agent/recursor-address',
  severity: 'error',
  options: ['recursors[]'],
  docs: 'A recursor is a DNS server to ask: not a unix socket, and not the any-address.',
  run: ({ config }, report) => {
    each(config.resolved, 'recursors[]', (value, path) => {
      const expansion = value.kind === 'string' ? expand(value.value) : undefined;
      if (expansion?.kind !== 'text') return;
      for (const field of fields(expansion.text)) {
        if (field.startsWith('unix://'))
          report({
            path,
            value,
            message: `${path} cannot be a unix socket; write the address of a DNS server`,
          });
        else if (anyLiterals.has(field))
          report({
            path,
            value,
            message: `${path} is ${field}, where no DNS server can be asked; write the address of one`,
          });
      }
    });
  },
};

const cidrs: Check = texts({
  id: 'agent/cidr',
  options: ['serf_lan_allowed_cidrs[]', 'serf_wan_allowed_cidrs[]', 'http_config.allow_write_http_from[]'],
  docs: 'A network is an address and a prefix length; a bare address is refused.',
  wants: 'a network such as "10.0.0.0/8"',
  why: 'for one address write it with /32, or /128 for IPv6',
  accepts: (text) => parseCidr(trimSpace(text)) !== undefined,
});

const badSans: Check = {
  id: 'agent/ip-san',
  severity: 'warning',
  options: ['auto_encrypt.ip_san', 'auto_config.ip_sans'],
  docs: 'What is no IP address is left out of the certificate.',
  run: ({ config }, report) => {
    for (const option of badSans.options) {
      for (const [i, item] of (listAt(config.resolved, option)?.items ?? []).entries()) {
        const path = `${option}[${i}]`;
        if (item.kind !== 'string' || parseIp(item.value)) continue;
        report({
          path,
          value: item,
          message: `${path} is no IP address (${quote(item.value)}), so the agent leaves it out of the certificate; names go into the dns_san list`,
        });
      }
    }
  },
};

export const addressLists: readonly Check[] = [recursors, cidrs, badSans];
