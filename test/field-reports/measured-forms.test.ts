/**
 * Forms that agents were measured to refuse, or with which a check can never pass: each alone, with the rule that reports it
 * and words of its message.
 */
import { describe, expect, it } from 'vitest';
import { joinProviders, providerParameters } from '../../src/options/grammars/join.ts';
import { lintFiles } from '../support/lab.ts';

const base =
  'data_dir = "/opt/consul"\nbind_addr = "10.0.0.21"\nretry_join = ["10.0.0.11"]\nenable_local_script_checks = true\n';

const reported = (text: string, rule: string): readonly string[] =>
  lintFiles({ 'consul.hcl': base + text }).flatMap((found) => (found.rule === rule ? [found.message] : []));

const watches: readonly (readonly [watch: string, says: string])[] = [
  ['type = "checks" service = "web" state = "critical" args = ["/bin/x"]', 'both service and state'],
  ['type = "key" key = "" args = ["/bin/x"]', 'an empty key'],
  ['type = "service" service = "" args = ["/bin/x"]', 'an empty service'],
  ['type = "keyprefix" prefix = "" args = ["/bin/x"]', 'an empty prefix'],
  ['type = "services" stale = "true" args = ["/bin/x"]', 'a stale that is not true or false'],
  ['type = "key" key = 5 args = ["/bin/x"]', 'a key that is not a text'],
  [
    'type = "service" service = "web" passingonly = "yes" args = ["/bin/x"]',
    'a passingonly that is not true or false',
  ],
  ['type = "service" service = ["web", "api"] args = ["/bin/x"]', 'a service that is not a text'],
  ['type = "event" name = ["x", "y"] args = ["/bin/x"]', 'a name that is not a text'],
  ['type = "nodes" handler = "/bin/x" args = ["/bin/x"]', 'both handler and args'],
  ['type = "nodes" handler_type = "http" args = ["/bin/x"]', 'http_handler_config'],
  ['type = "nodes" handler_type = "http" http_handler_config { method = "POST" }', 'without a path'],
  [
    'type = "nodes" handler_type = "http" http_handler_config { path = "http://h/" timeout = "10" }',
    'timeout',
  ],
  [
    'type = "nodes" handler_type = "http" http_handler_config { path = "http://h/" header = "a" }',
    'an http_handler_config.header that is not a block',
  ],
  ['type = "nodes" args = ["/bin/x", 5]', 'args that are not a list of texts'],
  ['type = "nodes" handler = ["/bin/x", "y"]', 'a handler that is not a text'],
  ['type = "nodes" handler_type = "https" handler = "/bin/x"', 'unknown handler_type "https"'],
];

describe('watches on which the agent does not start', () => {
  it.each(watches)('%s', (watch, says) => {
    expect(
      reported(`watches { ${watch.replaceAll(/ (?=\w+ (?:=|\{))/g, '\n  ')} }\n`, 'watches/refused').join(),
    ).toContain(says);
  });
});

const checks: readonly (readonly [check: string, rule: string, says: string])[] = [
  ['http = "127.0.0.1:8500/x"', 'checks/target', 'write "http://127.0.0.1:8500/x"'],
  ['http = "localhost:8500/x"', 'checks/target', 'write "http://localhost:8500/x"'],
  ['http = "/status"', 'checks/target', 'a path and not a URL'],
  ['tcp = "http://h:80"', 'checks/target', 'write "h:80"'],
  ['h2ping = "http://h:80"', 'checks/target', 'write "h:80"'],
  ['udp = "udp://h:80"', 'checks/target', 'write "h:80"'],
  ['tcp = "127.0.0.1"', 'checks/target', 'has no port'],
  ['grpc = "http://h:80/svc"', 'checks/target', 'write "h:80/svc"'],
  ['http = "http://h:80/" method = "get"', 'checks/method', 'GET'],
  ['args = ["cmd -x >/dev/null"]', 'checks/command-line', '"/bin/sh", "-c", "cmd -x >/dev/null"'],
  ['args = ["/bin/x"] shell = "/bin/nonexistent"', 'checks/without-container', 'shell has no effect'],
  [
    'http = "http://h:80/" deregister_critical_service_after = "5m"',
    'checks/deregister',
    'no effect on a check of the node',
  ],
];

describe('checks that can never pass, or do nothing', () => {
  it.each(checks)('%s', (check, rule, says) => {
    const lines = check.replaceAll(/ (?=\w+ =)/g, '\n  ');
    expect(reported(`check {\n  name = "c"\n  interval = "10s"\n  ${lines}\n}\n`, rule).join()).toContain(
      says,
    );
  });
});

const flags: readonly (readonly [flags: string, says: string])[] = [
  ['/etc/consul.d', '/etc/consul.d belongs to no flag'],
  ['-config-dir=/etc/consul.d -bindaddr=10.0.0.1', '-bindaddr is not a flag'],
  ['-config-dir=/etc/consul.d -atlas=x', '-atlas was removed'],
  ['-config-dir=/etc/consul.d -rpc-port=8400', '-rpc-port is not a flag'],
  ['-config-dir=/etc/consul.d -retry-join=', ''],
  ['-config-dir=/etc/consul.d -log-rotate-bytes=1MB', '-log-rotate-bytes takes a whole number'],
  ['-config-dir=/etc/consul.d -bootstrap-expect=three -server', '-bootstrap-expect takes a whole number'],
  ['-config-dir=/etc/consul.d -ui true', '-ui takes no word after it'],
  ['-server true -bootstrap-expect=1', '-server takes no word after it'],
  ['-config-dir=/etc/consul.d -retry-join A B C', '-retry-join takes one value'],
  ['client 0.0.0.0 -data-dir=/d', 'client belongs to no flag'],
  ['-config-dir=/etc/consul.d -retry-join-ec2-region=eu-west-1', '-retry-join-ec2-region was removed'],
  ['-config-dir=/etc/consul.d -datacentre=x', 'did you mean -datacenter?'],
  ['-config-dir=/etc/consul.d -server=yes', '-server takes true or false'],
];

describe('command lines that the agent refuses', () => {
  it.each(flags)('%s', (words, says) => {
    const found = lintFiles({
      'h1/etc/consul.d/consul.hcl': base,
      'h1/etc/systemd/system/consul.service': `[Service]\nUser=consul\nExecStart=/usr/bin/consul agent ${words}\n`,
    }).filter(({ rule }) => rule === 'unit/flags');
    expect(found.map(({ message }) => message).join()).toContain(says);
    expect(found.length).toBe(says === '' ? 0 : 1);
  });
});

describe('parameters of cloud lookups', () => {
  const lookup = (provider: string, parameters: readonly string[]): readonly string[] =>
    reported(
      `start_join = ["provider=${[provider, ...parameters.map((name) => `${name}=1`)].join(' ')}"]\n`,
      'join/cloud-parameter',
    );

  it.each(joinProviders.map((provider) => [provider]))('of %s', (provider) => {
    const own = providerParameters[provider];
    expect(lookup(provider, own)).toEqual([]);
    const foreign = joinProviders
      .flatMap((other) => providerParameters[other])
      .find((name) => !own.includes(name))!;
    expect(lookup(provider, [...own, foreign]).join()).toContain(`"${foreign}"`);
  });
});
