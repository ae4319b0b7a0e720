/** Limits, caches and DNS: numbers and words that the agent bounds. */
import type { Check } from './check.ts';
import { numbers, oneOf, texts } from './values.ts';

const recursorStrategies = ['sequential', 'random'];
const requestModes = ['disabled', 'permissive', 'enforcing'];

/** File descriptors that the agent wants besides those of clients. */
const spareFiles = 20;

/** What a process may open where nobody has said otherwise. */
const usualFiles = 1024;

const openFiles: Check = {
  id: 'agent/open-files',
  always: true,
  severity: 'error',
  options: ['limits.http_max_conns_per_client'],
  docs: 'One client’s connections must fit into the number of files that the agent’s process may open, with 20 to spare.',
  run: ({ config, host }, report) => {
    const path = 'limits.http_max_conns_per_client';
    const connections = config.number(path) ?? 0;
    const wanted = connections + spareFiles;
    if (connections <= 0 || host.openFiles === undefined) return;
    if (wanted > host.openFiles)
      report({
        path,
        message: `${path} = ${connections} needs ${wanted} open files, and this process may open ${host.openFiles}; lower it, or raise LimitNOFILE`,
      });
    else if (host.assumed && wanted > usualFiles)
      report({
        path,
        info: true,
        message: `${path} = ${connections} needs ${wanted} open files. Taken as allowed: a host where a process may open fewer refuses this configuration. See that LimitNOFILE is as high`,
      });
  },
};

export const limits: readonly Check[] = [
  openFiles,
  numbers({
    id: 'agent/check-output-size',
    options: ['check_output_max_size'],
    docs: 'Bytes of a check’s output that are kept; at least 1.',
    wants: '1 or more',
    why: 'to keep no output set discard_check_output',
    accepts: (size) => size >= 1,
  }),
  numbers({
    id: 'agent/cache-burst',
    options: ['cache.entry_fetch_max_burst'],
    docs: 'How many fetches of one cache entry may come at once; at least 1.',
    wants: '1 or more',
    accepts: (burst) => burst > 0,
  }),
  numbers({
    id: 'agent/cache-rate',
    options: ['cache.entry_fetch_rate'],
    docs: 'Fetches of one cache entry per second; negative lifts the limit, 0 would stop the cache.',
    wants: 'above 0, or negative for no limit',
    accepts: (rate) => rate !== 0,
  }),
  numbers({
    id: 'agent/dns-limit',
    options: ['dns_config.udp_answer_limit', 'dns_config.a_record_limit'],
    docs: 'Numbers of DNS answers; not negative.',
    wants: '0 or more',
    accepts: (limit) => limit >= 0,
  }),
  texts({
    id: 'agent/recursor-strategy',
    options: ['dns_config.recursor_strategy'],
    docs: 'In which order recursors are asked.',
    wants: oneOf(recursorStrategies),
    accepts: (text) => text === '' || recursorStrategies.includes(text),
  }),
  texts({
    id: 'agent/request-limits-mode',
    options: ['limits.request_limits.mode'],
    docs: 'What happens to requests beyond the limits; the words are lower case.',
    wants: oneOf(requestModes),
    accepts: (text) => text === '' || requestModes.includes(text),
  }),
];
