/** service-defaults and proxy-defaults. */
import type { Value } from '../../../text/value.ts';
import { isDomainName } from '../../grammar/domain.ts';
import { parseIp } from '../../grammar/ip.ts';
import { isJson } from '../../grammar/json.ts';
import { byteLength } from '../../grammar/text.ts';
import { find, itemsAt, join, numberAt, objectAt, textAt } from '../../select.ts';
import { weakText } from '../../weak-scalars.ts';
import { type Check, quote } from '../check.ts';
import { ofEntries, type Say } from './entry.ts';

const kinds = ['service-defaults'];

const name = ofEntries({
  id: 'service-defaults-name',
  kinds,
  keys: ['name'],
  docs: 'Defaults are for one service each; those for all are proxy-defaults.',
  run: (entry, say) => {
    if (entry.name === '*')
      say('name', 'must name one service, not "*"; defaults for all services are a proxy-defaults entry');
  },
});

const upstreams = ofEntries({
  id: 'service-defaults-upstreams',
  kinds,
  keys: ['upstream_config', 'destination'],
  docs: 'Overrides name one upstream each, the defaults none; neither goes with a destination.',
  run: ({ value }, say) => {
    const base = 'upstream_config';
    if (find(value, base) && find(value, 'destination')) {
      say(
        'destination',
        'and upstream_config exclude each other: a destination lies outside of the mesh and calls nobody',
      );
      return;
    }
    for (const [i, override] of itemsAt(value, `${base}.overrides`).entries()) {
      const given = textAt(override, 'name');
      if (given === '' || given === '*') say(`${base}.overrides[${i}]`, 'needs the name of one upstream');
      healthFaults(override, `${base}.overrides[${i}]`, say);
    }
    if (textAt(value, `${base}.defaults.name`) !== '')
      say(`${base}.defaults.name`, 'must not be set; the defaults are for all upstreams');
    healthFaults(find(value, `${base}.defaults`), `${base}.defaults`, say);
  },
});

function healthFaults(upstream: Value | undefined, at: string, say: Say): void {
  const base = 'passive_health_check';
  for (const key of ['interval', 'base_ejection_time']) {
    if ((numberAt(upstream, `${base}.${key}`) ?? 0) < 0) say(`${at}.${base}.${key}`, 'must not be negative');
  }
  for (const key of ['enforcing_consecutive_5xx', 'max_ejection_percent']) {
    if ((numberAt(upstream, `${base}.${key}`) ?? 0) > 100)
      say(`${at}.${base}.${key}`, 'is in percent, so 100 at most');
  }
}

const destination = ofEntries({
  id: 'service-defaults-destination',
  kinds,
  keys: ['destination.addresses', 'destination.port'],
  docs: 'A destination has IP addresses or domain names, each once and without wildcards, and one port.',
  run: ({ value }, say) => {
    const base = 'destination';
    if (!find(value, base) || find(value, 'upstream_config')) return;
    const addresses = itemsAt(value, `${base}.addresses`);
    if (addresses.length === 0)
      say(`${base}.addresses`, 'is empty; name at least one IP address or domain name');
    const seen = new Set<string>();
    for (const [i, address] of addresses.entries()) {
      const text = address.kind === 'string' ? address.value : '';
      if (seen.has(text)) say(`${base}.addresses[${i}]`, `names ${quote(text)} a second time`);
      seen.add(text);
      if (!parseIp(text) && (!isDomainName(text) || text.includes('*')))
        say(
          `${base}.addresses[${i}]`,
          `must be an IP address or a domain name without wildcard, not ${quote(text)}`,
        );
    }
    const port = numberAt(value, `${base}.port`) ?? 0;
    if (port < 1 || port > 65535) say(`${base}.port`, 'must be a port from 1 to 65535');
  },
});

const rateLimits = ofEntries({
  id: 'service-defaults-rate-limits',
  kinds,
  since: '1.17',
  keys: ['rate_limits'],
  docs: 'Limits on requests to a service are a matter of Consul Enterprise.',
  run: ({ value }, say) => {
    if (find(value, 'rate_limits'))
      say(
        'rate_limits',
        'is refused by the community edition; limits on requests exist in Consul Enterprise only',
      );
  },
});

const proxyName = ofEntries({
  id: 'proxy-defaults-name',
  kinds: ['proxy-defaults'],
  keys: ['name'],
  docs: 'There is one proxy-defaults entry, and its name is global.',
  run: (entry, say) => {
    if (entry.name !== '' && entry.name !== 'global')
      say('name', `must be "global", not ${quote(entry.name)}`);
  },
});

const accessLogs = ofEntries({
  id: 'proxy-defaults-access-logs',
  kinds: ['proxy-defaults'],
  keys: ['access_logs'],
  docs: 'A path goes with the type file, and only with it; the format is JSON or text.',
  run: ({ value }, say) => {
    const base = 'access_logs';
    const [type, path, json, text] = ['type', 'path', 'json_format', 'text_format'].map((key) =>
      textAt(value, `${base}.${key}`),
    );
    if (type === 'file' && !path) say(`${base}.type`, 'is "file", which needs a path');
    if (type !== 'file' && path) say(`${base}.path`, 'is only for the type "file"');
    if (json && text) say(`${base}.text_format`, 'stands beside json_format; keep one');
    if (json && !isJson(json)) say(`${base}.json_format`, 'must be JSON');
  },
});

const maxSocketDir = 70;

const proxyConfig = ofEntries({
  id: 'proxy-defaults-config',
  kinds: ['proxy-defaults'],
  keys: ['config'],
  docs: 'Of the free settings of proxies two are looked at: the directory of the metrics socket must be short, the protocol a text.',
  run: ({ value, isAtLeast }, say) => {
    const directory = 'config.envoy_hcp_metrics_bind_socket_dir';
    if (byteLength(textAt(value, directory)) > maxSocketDir)
      say(directory, `is longer than ${maxSocketDir} bytes, which leaves no room for the socket’s name`);
    const settings = [...(objectAt(value, 'config')?.members.values() ?? [])];
    // Go's decoder takes the exact key, else one in other letter case.
    const protocol =
      settings.find((setting) => setting.name === 'protocol') ??
      settings.find((setting) => setting.name.toLowerCase() === 'protocol');
    if (!isAtLeast('1.17') || !protocol || protocol.value.kind === 'null') return;
    if (weakText(protocol.value) === undefined)
      say(join('config', protocol.name), 'must be a text such as "http"');
  },
});

const enterpriseModes = ofEntries({
  id: 'prioritize-by-locality',
  kinds: ['proxy-defaults', 'service-resolver'],
  keys: ['prioritize_by_locality.mode'],
  docs: 'Preferring near instances is a matter of Consul Enterprise.',
  run: ({ value }, say) => {
    const key = 'prioritize_by_locality.mode';
    if (textAt(value, key) !== '')
      say(key, 'is refused by the community edition; remove prioritize_by_locality');
  },
});

export const defaults: readonly Check[] = [
  name,
  upstreams,
  destination,
  rateLimits,
  proxyName,
  accessLogs,
  proxyConfig,
  enterpriseModes,
];
