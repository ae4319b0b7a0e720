/** Who the agent is, and where its data lies. */

import type { Value } from '../../text/value.ts';
import { byteLength, trimSpace } from '../grammar/text.ts';
import { find } from '../select.ts';
import { type Check, quote, type Subject } from './check.ts';
import { metaFault } from './meta.ts';
import { texts } from './values.ts';

const basicName = /^[a-z0-9_-]+$/;

const dataDir: Check = {
  id: 'agent/data-dir',
  always: true,
  severity: 'error',
  options: ['data_dir'],
  docs: 'Every agent needs a directory for its state; only -dev does without.',
  run: ({ config }, report) => {
    if (config.string('data_dir')) return;
    const path = 'data_dir';
    report({
      path,
      message: `${path} is ${config.value(path) ? 'empty' : 'missing'}, and the agent does not start without a directory for its state; write one, such as "/var/lib/consul"`,
    });
  },
};

const dataDirOnDisk: Check = {
  id: 'agent/data-dir-on-disk',
  severity: 'error',
  options: ['data_dir'],
  docs: 'data_dir must be a directory or not exist yet. On a server it must not hold the data of Consul 0.5, in a directory called mdb.',
  run: ({ config, host, server }, report) => {
    const path = 'data_dir';
    const directory = config.string(path) ?? '';
    if (directory.includes('\0')) {
      report({ path, message: `${path} holds a NUL character, which no path can` });
      return;
    }
    if (!host.files || directory === '') return;
    const kind = host.files.stat(directory);
    if (kind !== 'directory' && kind !== 'missing')
      report({ path, message: `${path} ${quote(directory)} is not a directory that the agent can use` });
    if (!server || kind !== 'directory') return;
    const old = host.files.stat(`${directory}/mdb`);
    if (old !== 'missing')
      report({
        path,
        message: `${quote(directory)} holds data of Consul 0.5 or older (mdb), and a server refuses to start on it; migrate the data or choose another directory`,
      });
  },
};

const datacenters: Check = {
  id: 'agent/datacenter',
  severity: 'error',
  options: ['datacenter', 'primary_datacenter'],
  docs: 'Datacenter names are letters, digits, - and _; upper case is folded. `datacenter` must not be empty.',
  run: ({ config }, report) => {
    for (const path of datacenters.options) {
      const name = config.string(path) ?? '';
      if (basicName.test(name) || (name === '' && path !== 'datacenter')) continue;
      // Unwritten, it is the datacenter, of which this was said.
      if (path !== 'datacenter' && config.value(path) === undefined) continue;
      const fault =
        name === '' ? `${path} is empty` : `${path} must be letters, digits, - and _, not ${quote(name)}`;
      report({ path, message: `${fault}; the name becomes part of DNS names` });
    }
  },
};

/** The name that the agent goes by: its own, or the host's. */
const nodeNameOf = ({ config, host }: Subject): string =>
  trimSpace(rawName(config.value('node_name')) || (host.name ?? ''));

const rawName = (value: Value | undefined): string => (value?.kind === 'string' ? value.value : '');

const nodeName: Check = {
  id: 'agent/node-name',
  always: true,
  severity: 'error',
  options: ['node_name'],
  docs: 'A node name of nothing but blanks is refused; an empty one means the host name.',
  run: (subject, report) => {
    const path = 'node_name';
    if (nodeNameOf(subject) === '')
      report({
        path,
        message: `${path} is blank, so that the node has no name; write one, or remove the key for the host name`,
      });
  },
};

const nodeNameDns: Check = {
  id: 'agent/node-name-dns',
  always: true,
  severity: 'warning',
  options: ['node_name'],
  docs: 'DNS carries node names of letters, digits and dashes, 63 bytes at most. Others work, but cannot be looked up.',
  run: (subject, report) => {
    const path = 'node_name';
    const name = nodeNameOf(subject);
    if (name === '') return;
    if (/[^A-Za-z0-9\\-]/.test(name))
      report({
        path,
        message: `${path} ${quote(name)} holds characters that DNS cannot carry, so the node cannot be found by DNS; use letters, digits and dashes`,
      });
    else if (byteLength(name) > 63)
      report({
        path,
        message: `${path} is longer than the 63 bytes of a DNS label, so the node cannot be found by DNS; shorten it`,
      });
  },
};

const datacenterPki: Check = {
  id: 'agent/datacenter-pki',
  severity: 'warning',
  since: '1.21.2',
  options: ['datacenter'],
  docs: 'Certificates of the mesh carry the datacenter as a DNS label, which has no underscore and no dash at its ends.',
  run: ({ config }, report) => {
    const path = 'datacenter';
    const name = config.string(path) ?? '';
    if (!basicName.test(name) || /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) return;
    report({
      path,
      message: `${path} ${quote(name)} is no DNS label, which certificates of the mesh need; use letters, digits and inner dashes, 63 at most. Renaming a running datacenter means a new one`,
    });
  },
};

const altDomain: Check = {
  id: 'agent/alt-domain',
  severity: 'error',
  options: ['alt_domain'],
  docs: 'An alternative domain must not begin with a label that DNS queries to Consul begin with.',
  run: ({ config }, report) => {
    const path = 'alt_domain';
    const domain = config.string(path) ?? '';
    const label = domain.split('.', 1)[0] ?? '';
    const reserved = ['service', 'connect', 'node', 'query', 'addr', config.string('datacenter')];
    if (!domain.includes('.') || !reserved.includes(label)) return;
    report({
      path,
      message: `${path} must not begin with ${quote(`${label}.`)}, by which Consul tells its queries apart; choose another name`,
    });
  },
};

const nodeMeta: Check = {
  id: 'agent/node-meta',
  severity: 'error',
  options: ['node_meta'],
  docs: 'At most 64 pairs; keys of letters, digits, - and _ up to 128 bytes, not beginning with consul-; values up to 512 bytes.',
  run: ({ config }, report) => metaFault(find(config.resolved, 'node_meta'), 'node_meta', report),
};

const locality: Check = {
  id: 'agent/locality',
  severity: 'error',
  since: '1.17',
  options: ['locality.region', 'locality.zone'],
  docs: 'A zone means something only within a region. A later file replaces the whole block, its region included.',
  run: ({ config }, report) => {
    if (!config.string('locality.zone') || config.string('locality.region')) return;
    report({
      path: 'locality.zone',
      message: 'locality.zone is set without locality.region; write the region beside it, in the same file',
    });
  },
};

const segment: Check = texts({
  id: 'agent/segment',
  options: ['segment'],
  docs: 'Network segments are a matter of Consul Enterprise; the community agent refuses them.',
  wants: 'empty or absent',
  why: 'network segments exist in Consul Enterprise only',
  accepts: (text) => text === '',
});

const segments: Check = {
  id: 'agent/segments',
  severity: 'error',
  options: ['segments[]'],
  docs: 'Network segments are a matter of Consul Enterprise; the community agent refuses them.',
  run: ({ config }, report) => {
    const path = 'segments[0]';
    if (config.value(path))
      report({
        path,
        message:
          'segments are refused by the community edition; network segments exist in Consul Enterprise only. Remove the list',
      });
  },
};

export const identity: readonly Check[] = [
  dataDir,
  dataDirOnDisk,
  datacenters,
  nodeName,
  nodeNameDns,
  datacenterPki,
  altDomain,
  nodeMeta,
  locality,
  segment,
  segments,
];
