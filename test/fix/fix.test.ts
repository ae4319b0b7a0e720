import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../src/finding.ts';
import { fixAll } from '../../src/fix/fix.ts';
import { findOption } from '../../src/options/lookup.ts';
import { lintRules as rules } from '../../src/rules/generated/lint-rules.ts';
import { readCases } from '../rules/cases.ts';
import { effective, type Files, lintFiles } from '../support/lab.ts';

const decoder = new TextDecoder();

function fixFiles(
  files: Files,
  wanted: (fix: Fix) => boolean,
  ...rest: [Parameters<typeof lintFiles>[1]?, string?, (readonly string[])?]
) {
  let now = files;
  const run = fixAll((replaced) => {
    now = {
      ...files,
      ...Object.fromEntries([...replaced].map(([path, bytes]) => [path, decoder.decode(bytes)])),
    };
    return lintFiles(now, ...rest);
  }, wanted);
  return { ...run, now };
}

const safe = (fix: Fix): boolean => fix.safe;
const any = (): boolean => true;
const line = ({ rule, at, severity }: Finding) => `${rule} ${at.source.file} ${severity}`;

const cases = readCases().filter(({ validate }) => !validate);

/** An option that another replaces keeps its effect there; one without effect is removed. */
const isReplaced = (path: string): boolean => findOption(path)?.option.deprecated?.use !== undefined;

describe.each(cases.map((found) => [found.name, found] as const))(
  '%s',
  (_name, { files, settings, consul, paths }) => {
    it('has nothing left to fix, and nothing new to report', () => {
      const before = lintFiles(files, settings, consul, paths).map(line);
      const { findings } = fixFiles(files, safe, settings, consul, paths);
      expect(findings.filter(({ fix }) => fix?.safe).map(line)).toEqual([]);
      expect(
        findings
          .filter((finding) => finding.severity === 'error')
          .map(line)
          .filter((text) => !before.includes(text)),
      ).toEqual([]);
    });

    it('has nothing left to fix after unsafe fixes either', () => {
      const { findings, dropped } = fixFiles(files, any, settings, consul, paths);
      const left = dropped.map(({ finding }) => line(finding));
      expect(
        findings
          .filter(({ fix }) => fix)
          .map(line)
          .filter((text) => !left.includes(text)),
      ).toEqual([]);
    });

    it('runs with what it ran with, but for what the findings named', () => {
      const { now, fixed } = fixFiles(files, safe, settings, consul, paths);
      const named = fixed.flatMap(({ path, rule }) =>
        !path || (rule === 'option/deprecated' && isReplaced(path)) ? [] : path.replace(/\[\d+\]$/, ''),
      );
      const restored = effective(now, consul);
      for (const [node, options] of effective(files, consul)) {
        const after = restored.get(node) ?? new Map();
        const changed = [...new Set([...options.keys(), ...after.keys()])].filter(
          (path) => options.get(path) !== after.get(path),
        );
        const readAnew = fixed.some(({ rule }) => /^(syntax|option\/(unknown|type))/.test(rule));
        if (!readAnew)
          expect(
            changed.filter((path) => !named.some((name) => path === name || path.startsWith(`${name}.`))),
          ).toEqual([]);
      }
    });
  },
);

describe('every rule that promises a fix', () => {
  it.each(rules.filter(({ fix }) => fix).map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const settings = { profiles: rule.profile ? [rule.profile] : [] };
    const findings = lintFiles(rule.docs.bad ?? {}, settings, rule.docs.consul).filter(
      (finding) => finding.rule === id,
    );
    expect(findings.some(({ fix }) => fix !== undefined)).toBe(true);
    const { findings: left } = fixFiles(rule.docs.bad ?? {}, any, settings, rule.docs.consul);
    expect(left.filter((finding) => finding.rule === id && finding.fix).map(line)).toEqual([]);
  });
});

describe('layout', () => {
  it('keeps comments and style of HCL when deprecated options move', () => {
    const text = `# our node
data_dir = "/var/lib/consul"   # the disk
ui = true                      # for ops
start_join = ["srv1", "srv2"]

# certificates
ca_file   = "/etc/ca.pem" # ours
cert_file = "/etc/cert.pem"
key_file  = "/etc/key.pem"
verify_incoming = true

acl {
	tokens {
		master = "10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11"
	}
}
`;
    const fixed = fixFiles({ 'consul.hcl': text }, (fix) => fix.title.includes('deprecated')).now[
      'consul.hcl'
    ];
    expect(fixed).toBe(`# our node
data_dir = "/var/lib/consul"   # the disk
ui_config {
	enabled = true
}                      # for ops
retry_join = ["srv1", "srv2"]

# certificates
tls {
	defaults {
		ca_file = "/etc/ca.pem"
		cert_file = "/etc/cert.pem"
		key_file = "/etc/key.pem"
		verify_incoming = true
	}
	grpc {
		verify_incoming = false
	}
} # ours

acl {
	tokens {
		initial_management = "10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11"
	}
}
`);
  });

  it('keeps JSON valid when the last members go', () => {
    const text = `{
  "data_dir": "/var/lib/consul",
  "retry_join": ["srv1"],
  "ui_config": { "enabled": true },
  "start_join": ["srv1", "srv2"],
  "ui": true
}
`;
    const fixed = fixFiles({ 'consul.json': text }, (fix) => fix.title.includes('deprecated')).now[
      'consul.json'
    ]!;
    expect(fixed).toBe(`{
  "data_dir": "/var/lib/consul",
  "retry_join": ["srv1", "srv2"],
  "ui_config": { "enabled": true }
}
`);
    expect(() => JSON.parse(fixed)).not.toThrow();
  });

  it('keeps line ends', () => {
    const text = 'data_dir = "/var/lib/consul"\r\nserver = true\r\nleave_on_terminate = true\r\n';
    const fixed = text.replace('leave_on_terminate = true', 'leave_on_terminate = false');
    expect(fixFiles({ 'consul.hcl': text }, safe).now['consul.hcl']).toBe(fixed);
  });
});

describe('names that a join list lacks', () => {
  const server = (list: string): string =>
    `data_dir = "/d"\nserver = true\nbootstrap_expect = 3\nretry_join = ${list}\n`;
  const others = {
    'srv1/consul.hcl': server('["srv2:8301", "srv3"]'),
    'srv2/consul.hcl': server('["srv1", "srv3"]'),
  };
  const own = 'srv3/consul.hcl';
  const mismatched = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => rule === 'join/mismatched-lists');
  const isAdded = ({ title }: Fix): boolean => title.startsWith('Add ');

  it.each([
    ['on one line', '["srv1"]', '["srv1", "srv2:8301"]'],
    ['with a last comma', '["srv1",]', '["srv1", "srv2:8301",]'],
    ['one a line', '[\n  "srv1"\n]', '[\n  "srv1",\n  "srv2:8301"\n]'],
    [
      'one a line, with a last comma and comments',
      '[\n\t"srv1", # the first\n\t# more?\n]',
      '[\n\t"srv1", # the first\n\t"srv2:8301",\n\t# more?\n]',
    ],
    ['a comment and no comma', '[\n  "srv1" // x\n]', '[\n  "srv1", // x\n  "srv2:8301"\n]'],
    ['the bracket on the same line', '[\n  "srv1"]', '[\n  "srv1", "srv2:8301"]'],
  ])('are added as another list writes them: %s', (_name, before, after) => {
    const files = { ...others, [own]: server(before) };
    expect(mismatched(lintFiles(files)).map(({ fix }) => fix?.safe)).toEqual([false]);
    const { now, findings } = fixFiles(files, isAdded);
    expect(now[own]).toBe(server(after));
    expect(mismatched(findings)).toEqual([]);
  });

  it('are added to JSON', () => {
    const json = (list: string): string =>
      `{\n  "data_dir": "/d",\n  "server": true,\n  "bootstrap_expect": 3,\n  "retry_join": ${list}\n}\n`;
    const before = { ...others, 'srv3/consul.json': json('[\n    "srv1"\n  ]') };
    const { now } = fixFiles(before, isAdded);
    expect(now['srv3/consul.json']).toBe(json('[\n    "srv1",\n    "srv2:8301"\n  ]'));
  });

  it('leave what others do not name for a person to decide', () => {
    const { now, findings } = fixFiles({ ...others, [own]: server('["srv1", "srv9"]') }, isAdded);
    expect(now[own]).toBe(server('["srv1", "srv9", "srv2:8301"]'));
    expect(mismatched(findings).map(({ fix }) => fix)).toEqual([undefined]);
  });

  it('are those of the seeds where all list the same few', () => {
    const names = ['srv1', 'srv2', 'srv3', 'srv4', 'srv5'];
    const estate = (list: (name: string) => string): Files =>
      Object.fromEntries(
        names.map((name) => [`${name}/consul.hcl`, server(list(name)).replace('expect = 3', 'expect = 5')]),
      );
    const seeds = '["srv1", "srv2"]';
    const { now } = fixFiles(
      estate((name) => (name === 'srv5' ? '["srv1"]' : seeds)),
      isAdded,
    );
    expect(now['srv5/consul.hcl']).toContain(`retry_join = ${seeds}`);
    // A seed that does not list itself lists the same.
    const exact = estate((name) => (name === 'srv2' ? '["srv1"]' : seeds));
    expect(mismatched(lintFiles(exact))).toEqual([]);
  });
});
