import { describe, expect, test } from 'vitest';
import { bool } from '../../src/options/kinds.ts';
import { findOption } from '../../src/options/lookup.ts';
import { option } from '../../src/options/option.ts';
import {
  compareVersions,
  defaultIn,
  isAtLeast,
  knownIn,
  minorOf,
  minors,
  parseVersion,
} from '../../src/options/releases/versions.ts';

describe('what is a version', () => {
  test.each([
    ['1.16', '1.16'],
    ['1.16.4', '1.16'],
    ['v1.20.2', '1.20'],
    [' 2.1 ', '2.1'],
    ['1.22.7+ent', '1.22'],
    ['1.23.0-dev', '1.23'],
  ])('%s', (text, minor) => {
    expect(minorOf(text)).toBe(minor);
  });

  test.each(['', '1', 'latest', '1.x', '1.16.', '1.16.4.1', '-1.16', '1.16 beta', '1..16', '１.16'])(
    '%j is none',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );

  test.each(['1.14', '3.0', '1.16.x'])('%s is not modelled', (text) => {
    expect(minorOf(text)).toBeUndefined();
  });
});

test('sorting', () => {
  const versions = ['2.0', '1.16', '1.9.4', '1.16.4', '1.20.0', '1.16.10'];
  expect(versions.sort(compareVersions)).toEqual(['1.9.4', '1.16.4', '1.16.10', '1.16', '1.20.0', '2.0']);
  expect(minors).toEqual([...minors].sort(compareVersions));
});

test('a minor release as a target is its newest patch, as a mark its first', () => {
  expect(isAtLeast('1.16', '1.16.2')).toBe(true);
  expect(isAtLeast('1.16.0', '1.16.2')).toBe(false);
  expect(isAtLeast('1.17.0', '1.17')).toBe(true);
  expect(isAtLeast('1.16.9', '1.17')).toBe(false);
});

describe('what a release knows', () => {
  test.each([
    ['1.15', true],
    ['1.15.6', false],
    ['1.15.7', true],
    ['1.16.0', false],
    ['1.16.3', true],
    ['1.16', true],
    ['1.17.0', true],
    ['2.1', true],
  ])('of an option that came to three lines, %s: %s', (target, known) => {
    expect(knownIn(findOption('performance.grpc_keepalive_interval')!.option, target)).toBe(known);
  });

  test('of one that went', () => {
    const gone = option(bool, 'Gone.', { removed: '1.20' });
    expect(knownIn(gone, '1.19')).toBe(true);
    expect(knownIn(gone, '1.20.0')).toBe(false);
  });
});

test('defaults by role and release', () => {
  const at = (path: string, target: string, role: 'server' | 'client' = 'server') =>
    defaultIn(findOption(path)!.option, target, role);
  expect(at('ports.grpc_tls', '1.16')).toBe(8503);
  expect(at('ports.grpc_tls', '1.16', 'client')).toBe(-1);
  expect(at('raft_logstore.backend', '1.16')).toBe('boltdb');
  expect(at('raft_logstore.backend', '1.17')).toBe('default');
  expect(at('http_config.read_timeout', '1.22')).toBe('30s');
  expect(at('http_config.read_timeout', '2.0')).toBe('15m');
  expect(at('telemetry.enable_host_metrics', '1.17')).toBe(false);
  expect(at('telemetry.enable_host_metrics', '1.18.1')).toBe(true);
  expect(at('telemetry.enable_host_metrics', '1.18')).toBe(false);
  expect(at('node_name', '1.18')).toBeUndefined();
});
