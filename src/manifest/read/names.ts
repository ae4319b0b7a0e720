/** Names that become directories, host names and lines of other files: only what is safe in all of them. */
import type { Finding } from '../../finding.ts';
import type { Span } from '../../text/source/source.ts';

const label = '[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?';
const hostName = new RegExp(`^${label}(?:\\.${label})*$`);

/** Names in the output directory that are not nodes: the runbook and the policies. */
const taken = /^(?:runbook\.md|acl)$/i;

export function checkNodeName(name: string, at: Span): Finding | undefined {
  if (hostName.test(name) && name.length <= 253 && !taken.test(name)) return undefined;
  return {
    rule: 'manifest/node-name',
    severity: 'error',
    message:
      `${JSON.stringify(name)} cannot be the name of a node: it becomes a directory and a host name, so write ` +
      'letters, digits and dashes, such as pg-srv1',
    at,
  };
}

/** Names of devices, which no file or directory of Windows can have, whatever follows after a dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Nodes do not run Windows, but their files may be rendered or checked out there. */
export function checkPortableName(name: string, at: Span): Finding | undefined {
  if (!device.test(name)) return undefined;
  return {
    rule: 'manifest/node-name',
    severity: 'warning',
    message:
      `${name} is the name of a device on Windows, where a directory cannot have that name: its files cannot be rendered ` +
      `or checked out there; write another name, such as ${name.replace(/(?=\.|$)/, '-1')}`,
    at,
  };
}

export const isHostName = (text: string): boolean => hostName.test(text) && text.length <= 253;

/** The names that an agent accepts; it lower-cases them. */
export function checkDatacenterName(name: string, at: Span): Finding | undefined {
  if (/^[a-z0-9_-]+$/i.test(name)) return undefined;
  return {
    rule: 'manifest/datacenter-name',
    severity: 'error',
    message: `${JSON.stringify(name)} cannot be the name of a datacenter: write letters, digits and dashes, such as dc1`,
    at,
  };
}
