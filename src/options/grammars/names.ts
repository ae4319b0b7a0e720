/** Names, identifiers and paths. */
import type { ScalarKind } from '../kinds.ts';

export const datacenter: ScalarKind = {
  shape: 'string',
  name: 'datacenter',
  wants: 'a datacenter name of letters, digits, - and _',
  pattern: /^[A-Za-z0-9_-]+$/u,
  examples: ['dc1', 'eu-west-1'],
  refusedBy: 'validate',
};

export const optionalDatacenter: ScalarKind = { ...datacenter, name: 'optional datacenter', orEmpty: true };

/** Where another datacenter is named: it is not checked before the first request to it. */
export const otherDatacenter: ScalarKind = { ...optionalDatacenter, refusedBy: 'none' };

/** The agent takes any text; what DNS cannot carry only warns. */
export const nodeName: ScalarKind = {
  shape: 'string',
  name: 'node name',
  wants: 'a node name',
  examples: ['consul-1'],
};

export const dnsDomain: ScalarKind = {
  shape: 'string',
  name: 'domain',
  wants: 'a DNS domain',
  examples: ['consul.'],
};

export const uuid: ScalarKind = {
  shape: 'string',
  name: 'UUID',
  wants: 'a UUID such as "8f246b77-f3e1-ff88-5b48-8ec93abf3e05"',
  pattern: /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/u,
  orEmpty: true,
  examples: ['8f246b77-f3e1-ff88-5b48-8ec93abf3e05'],
  refusedBy: 'start',
};

/** An ACL token's secret. Usually a UUID, but any text will do. */
export const token: ScalarKind = {
  shape: 'string',
  name: 'token',
  wants: 'the secret of an ACL token',
};

export const filePath: ScalarKind = { shape: 'string', name: 'file', wants: 'the path of a file' };
export const dirPath: ScalarKind = { shape: 'string', name: 'directory', wants: 'the path of a directory' };

/** Octal digits; 9 in it is refused where the socket is made. */
export const socketMode: ScalarKind = {
  shape: 'string',
  name: 'mode',
  wants: 'permission bits in octal, such as "0660"',
  pattern: /^[0-7]+$/u,
  orEmpty: true,
  examples: ['0660'],
  refusedBy: 'start',
};

/** Where the mode is written, it is checked at once, and may not be empty. */
export const checkedSocketMode: ScalarKind = {
  ...socketMode,
  name: 'required mode',
  orEmpty: false,
  refusedBy: 'validate',
};

export const metaKeyed: ScalarKind = {
  shape: 'string',
  name: 'meta value',
  wants: 'a string of up to 512 bytes',
};

export const contentPath: ScalarKind = {
  shape: 'string',
  name: 'content path',
  wants: 'a URL path of letters, digits, - and _, such as "/ui/"',
  pattern: /^[A-Za-z0-9/_-]*$/u,
  examples: ['/ui/'],
  refusedBy: 'validate',
};

export const absoluteUrlPath: ScalarKind = {
  shape: 'string',
  name: 'absolute path',
  wants: 'a URL path that begins with /',
  pattern: /^\/[\s\S]*$/u,
  examples: ['/api/v1/query'],
  refusedBy: 'validate',
};

export const optionalUrlPath: ScalarKind = { ...absoluteUrlPath, name: 'optional path', orEmpty: true };

export const metricsProvider: ScalarKind = {
  shape: 'string',
  name: 'provider name',
  wants: 'a name of lower-case letters, digits, - and _',
  pattern: /^[a-z0-9_-]*$/u,
  examples: ['prometheus'],
  refusedBy: 'validate',
};

/** A rule without a sign is dropped with a warning. */
export const prefixRule: ScalarKind = {
  shape: 'string',
  name: 'prefix rule',
  wants: 'a metric prefix after + (send) or - (drop)',
  pattern: /^[+-][\s\S]*$/u,
  examples: ['+consul.raft', '-consul.http'],
  refusedBy: 'none',
};
