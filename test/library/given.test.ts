/** What a script may give and ask for, and how it is refused otherwise: never silently, and in a sentence. */
import { describe, expect, test } from 'vitest';
import * as library from '../../src/index.ts';
import * as node from '../../src/node.ts';

const files = { 'consul.hcl': 'server = true\n' };
const estate = { consul: '1.20', servers: ['a', 'b', 'c'] } as const;
const any = (value: unknown): never => value as never;

const refused: Readonly<Record<string, readonly [work: () => unknown, message: RegExp]>> = {
  'no files': [() => library.lint({}), /^lint\(\): no file was given; name one at least/],
  'no files, validated': [() => library.validate({}), /^validate\(\): no file was given/],
  'no nodes': [() => library.lint([]), /^lint\(\): no node was given/],
  'no nodes, checked': [() => library.check([]), /^check\(\): no node was given/],
  'no paths': [() => node.lint([]), /^lint\(\): no path was given/],
  'no paths, merged': [() => node.merge([]), /^merge\(\): no path was given/],
  'no paths, validated': [() => node.validate([]), /^validate\(\): no path was given/],
  'no manifests': [() => node.loadManifest([]), /^loadManifest\(\): no path was given/],
  'options instead of files': [
    () => library.lint(any({ server: true })),
    /^lint\(\): the content of server .*toJson/,
  ],
  'data instead of a text': [
    () => library.merge(any({ 'consul.json': { server: true } })),
    /^merge\(\): the content of consul\.json must be a text or bytes, not a value of type object/,
  ],
  'two nodes of one name': [
    () =>
      library.lint([
        { name: 'a', files },
        { name: 'a', files },
      ]),
    /^lint\(\): \[1\]\.name: two nodes are called a/,
  ],
  'one file under two names': [
    () => library.lint({ 'c.hcl': 'server = true\n', '/c.hcl': 'ui = true\n' }),
    /^lint\(\): c\.hcl and \/c\.hcl name one file; give it once/,
  ],
  'one file of a node under two names': [
    () => library.validate([{ name: 'a', files: { './c.hcl': '', 'c.hcl': '' } }]),
    /name one file/,
  ],
  'an address that is none': [
    () => node.validate('x.hcl', { hostAddresses: ['10.0.0'] }),
    /^validate\(\): 10\.0\.0 is not an IP address/,
  ],
  'a text that is not a baseline': [
    () => library.newSince(library.reportOf([]), '[]'),
    /^newSince\(\): this is not a baseline/,
  ],
  'a baseline that is not there': [() => node.readBaseline('/nothing/x.json'), /does not exist/],
  'a node without a name': [
    () => library.validate([{ name: '', files }]),
    /^validate\(\): \[0\]\.name: a node needs/,
  ],
  'a node without files': [() => library.lint([any({ name: 'a' })]), /the node a needs files/],
  'a node that is nothing': [() => library.lint([any(null)]), /^lint\(\): \[0\] must be a node/],
  nothing: [() => library.lint(any(undefined)), /^lint\(\): must be given files by name/],
  'a list of nodes for one agent': [
    () => library.merge(any([{ name: 'a', files }])),
    /^merge\(\): must be given files by name, .* not a list$/,
  ],
  'settings alone': [
    () => library.lint({ 'consul-cfg.yaml': 'consul: "1.20"\n' }),
    /^lint\(\): what is given holds no Consul configuration/,
  ],
  'a manifest that is wrong, validated': [
    () => library.validate('consul: "1.20"\nservers: [a, b, c]\nconfg: {}\n'),
    /^validate\(\): cluster\.yaml:3:1: `confg` is not a key/,
  ],
  'a file that an agent refuses': [
    () => library.merge({ 'consul.hcl': 'server = true\nports = 1\n' }),
    /^merge\(\): consul\.hcl:2:\d+: /,
  ],
  'a release that is not one': [
    () => library.lint(files, { consul: 'latest' }),
    /^lint\(\): consul: "latest" is not a release of Consul; write one of 1\.15, /,
  ],
  'a release that is not one, of paths': [
    () => node.lint('.', { consul: 'latest' }),
    /"latest" is not a release/,
  ],
  'a release that is newer than any': [
    () => library.validate(files, { consul: '9.9' }),
    /^validate\(\): Consul 9\.9 is newer than 2\.1, the newest release that consul-cfg knows; write one of/,
  ],
  'a release that is older than any, for a verdict': [
    () => library.validate(files, { consul: '1.9' }),
    /Consul 1\.9 is older than 1\.15/,
  ],
  'a release to upgrade from that is not one': [
    () => node.upgrade('.', { from: 'x' }),
    /^upgrade\(\): from: "x" is not a release/,
  ],
  'an unknown preset': [
    () => library.lint(files, { preset: any('all') }),
    /^lint\(\): preset must be recommended or strict, not all$/,
  ],
  'an unknown profile': [
    () => library.fix(files, { profile: any('etcd') }),
    /^fix\(\): profile must be patroni, not etcd$/,
  ],
  'an unknown report format': [
    () => library.formatFindings([], any('text')),
    /no report format text; known are pretty/,
  ],
  'a report format of the name of a member of every object': [
    () => library.formatFindings([], any('constructor')),
    /no report format constructor/,
  ],
  'a path for a text': [
    () => library.lint('hosts/srv1'),
    /^lint\(\): a text is read as a manifest, and this one is a line without a colon; for a path import from consul-cfg\/node$/,
  ],
  'a path for a text, with a line end': [() => library.check('hosts/srv1\n'), /^check\(\): a text is read/],
  'a path for a text, validated': [() => library.validate('hosts/srv1'), /^validate\(\): a text is read/],
  'a path for files': [() => library.merge(any('hosts/srv1')), /for a path import from consul-cfg\/node$/],
  'settings that are none': [
    () => library.lint(files, { settings: any(3) }),
    /^lint\(\): settings must be a text or an object, not a value of type number$/,
  ],
  'an option that is misspelt': [
    () => library.renderCluster(estate, any({ lnt: 'off' })),
    /^renderCluster\(\): there is no option lnt; known are templates, lint$/,
  ],
  'a word that is misspelt': [
    () => library.renderCluster(estate, { lint: any('of') }),
    /^renderCluster\(\): lint must be off, not of$/,
  ],
  'an option that only paths have': [
    () => library.lint(files, any({ onHost: true })),
    /^lint\(\): there is no option onHost; known are consul, preset, profile, settings, rules$/,
  ],
  'an option of the name of a member of every object': [
    () => library.lint(files, any({ constructor: 1 })),
    /no option constructor/,
  ],
  'a release for options': [() => library.lint(files, any('1.20')), /^lint\(\): options are an object/],
  'a language that is none': [
    () => library.convert('', { from: 'hcl', to: any('toml') }),
    /^convert\(\): to must be hcl or json, not toml$/,
  ],
  'a language that is missing': [
    () => library.convert('', any({ from: 'hcl' })),
    /^convert\(\): the option to is missing$/,
  ],
  'a number for a text': [
    () => library.format(any(3)),
    /^input\.hcl must be a text or bytes, not a value of type number$/,
  ],
  'a number for a path': [
    () => node.lint(any(3)),
    /^lint\(\): a path is a text, not a value of type number$/,
  ],
  'nothing for a manifest': [
    () => node.loadManifest(any(undefined)),
    /^loadManifest\(\): a path is a text, not undefined$/,
  ],
  'a key of 7 bytes': [() => library.generateGossipKey(any(7)), /16, 24 or 32 bytes, not 7/],
  'an archive of an unknown node': [
    () => node.tar(library.renderCluster({ consul: '1.20', servers: ['a', 'b', 'c'] }), 'z'),
    /^tar\(\): there is no node z; the files are of a, b, c$/,
  ],
  'the files of an unknown node': [() => node.nodeFiles([], 'z'), /^nodeFiles\(\): there is no node z/],
};

test.each(Object.entries(refused))('%s', async (_, [work, message]) => {
  await expect((async () => work())()).rejects.toThrow(message);
});

/** Each function with an option that it does not have. */
const misspelt: Readonly<Record<string, (options: never) => unknown>> = {
  lint: (options) => library.lint(files, options),
  fix: (options) => library.fix(files, options),
  upgrade: (options) => library.upgrade(files, options),
  check: (options) => library.check(files, options),
  validate: (options) => library.validate(files, options),
  merge: (options) => library.merge(files, options),
  compare: (options) => library.compare(files, files, options),
  format: (options) => library.format('', options),
  convert: (options) => library.convert('', options),
  explain: (options) => library.explain('ports', options),
  formatFindings: (options) => library.formatFindings([], 'json', options),
  renderCluster: (options) => library.renderCluster(estate, options),
  'lint of paths': (options) => node.lint('.', options),
  'fix of paths': (options) => node.fix('.', options),
  'upgrade of paths': (options) => node.upgrade('.', options),
  'check of paths': (options) => node.check('.', options),
  'validate of paths': (options) => node.validate('.', options),
  'validateEach of paths': (options) => node.validateEach('.', options).next(),
  'merge of paths': (options) => node.merge('.', options),
  'compare of paths': (options) => node.compare('.', '.', options),
  doctor: (options) => node.doctor([], options),
  'renderCluster with templates': (options) => node.renderCluster(estate, options),
  explainGrouping: (options) => node.explainGrouping('.', options),
  formatFiles: (options) => node.formatFiles('.', options),
  convertFile: (options) => node.convertFile('x', options),
  loadManifest: (options) => node.loadManifest('x', options),
  explainNodes: (options) => node.explainNodes('x', options),
  importHosts: (options) => node.importHosts('.', options),
  rollOut: (options) => node.rollOut('x', options),
  plan: (options) => node.plan([], 'x', options),
  planDiff: (options) => node.planDiff([], 'x', options),
  isAsRendered: (options) => node.isAsRendered([], 'x', options),
  write: (options) => node.write([], '/nothing/x', options),
  writeInSteps: (options) => node.writeInSteps([], '/nothing/x', options),
  tar: (options) => node.tar([], 'a', options),
  nodeFiles: (options) => node.nodeFiles([], 'a', options),
  save: (options) => node.save('/nothing/x', '', options),
  overwrite: (options) => node.overwrite('/nothing/x', '', options),
  watch: (options) => node.watch('.', () => undefined, options),
  writeFixed: (options) => node.writeFixed({ files: {}, originals: {} }, options),
  readBaseline: (options) => node.readBaseline('x', options),
  serveLanguageServer: (options) => node.serveLanguageServer(any({}), options),
};

test.each(Object.entries(misspelt))('%s has no option that is misspelt', async (_, work) => {
  await expect((async () => work(any({ consull: '1.20' })))()).rejects.toThrow(
    /^\w+\(\): there is no option consull; known are /,
  );
});

test('an older release is linted as the oldest, which the report says', async () => {
  const { checkedFor } = await library.lint(files, { consul: '1.9' });
  expect(checkedFor).toContain('1.15');
});

test('flags keep their blanks and quotes, and a node may have nothing else', async () => {
  const flags = ['-data-dir=/x', '-node-meta=a:it\'s "so"', '-datacenter="dc2"'];
  const seen: unknown[] = [];
  const rule: library.CustomRule = {
    id: 'acme/seen',
    severity: 'info',
    docs: { summary: 'Sees values.' },
    agent: ({ get }) => void seen.push(get('node_meta'), get('datacenter')),
  };
  await library.lint([{ name: 'a', files: {}, flags }], { rules: [rule] });
  expect(seen).toEqual([{ a: 'it\'s "so"' }, '"dc2"']);
});

describe('the release of a verdict', () => {
  const own = { 'consul.json': '{ "data_dir": "/x", "bind_addr": "10.0.0.1", "node_name": "a" }' };

  test('is the one that an estate and a manifest name', async () => {
    const estate = { consul: '1.16' as const, servers: ['a', 'b', 'c'] };
    expect((await library.validate(estate)).release).toBe('1.16');
    expect((await library.validate(JSON.stringify(estate))).release).toBe('1.16');
    expect((await library.validate({ consul: '1.16', servers: ['a'] }, { consul: '1.20' })).release).toBe(
      '1.20',
    );
  });

  test('is that of each node which has one', async () => {
    const nodes = [
      { name: 'a', files: own, consul: '1.16' },
      { name: 'b', files: own },
    ];
    expect((await library.validate(nodes, { consul: '1.20' })).release).toBe('1.16, 1.20');
  });
});

test('a report from a file shows no lines of a file that is not at hand', async () => {
  const report = await library.lint({ 'consul.hcl': 'node_name = "a b"\ndata_dri = "/x"\n' });
  const here = await library.formatFindings(report, 'pretty');
  const later = await library.formatFindings(JSON.parse(JSON.stringify(report)), 'pretty');
  expect(here).toContain('2 | data_dri');
  expect(later).toContain('consul.hcl:2:1');
  expect(later).not.toContain(' | ');
});

test('findings about an estate have the property of the object', async () => {
  const config = { acl: { tokens: { agent: 'x' } }, retry_interval: '30 seconds' } as object;
  const { findings } = await library.lint({ consul: '1.20', servers: ['a', 'b', 'c'], config });
  const wrong = findings.find(({ rule }) => rule === 'option/value');
  expect(wrong).toMatchObject({ file: 'estate', property: 'config.retry_interval' });
  expect(findings.filter(({ property }) => property === undefined)).toEqual([]);
});

test('many findings of a long file come from a file', async () => {
  const findings = Array.from({ length: 3000 }, (_, i) => ({
    ...{ rule: 'acme/x' as const, severity: 'error' as const, message: `${i}`, file: 'f.json' },
    ...{ line: 20_000 + (i % 7), column: 500 + i, endLine: 20_010, endColumn: 2 },
    related: [{ message: 'there', file: 'g.json', line: 3, column: 4, endLine: 3, endColumn: 9 }],
  }));
  const report = JSON.parse(await library.formatFindings(findings, 'json'));
  expect(report.findings).toEqual(findings);
  expect(library.reportOf(findings).findings).toHaveLength(3000);
});

test('every report of an estate names the property, however the findings came', async () => {
  const { findings } = await library.lint({ consul: '1.20', servers: ['a'], config: { ui: true } as object });
  const deprecated = findings.filter(({ rule }) => rule === 'option/deprecated');
  for (const given of [deprecated, JSON.parse(JSON.stringify(deprecated))]) {
    for (const format of library.reportFormats)
      expect(await library.formatFindings(given, format), format).toContain('config.ui');
    expect(await library.formatFindings(given, 'compact')).toBe(
      'estate:7:5: warning: config.ui: ui is deprecated since Consul 1.9; use ui_config.enabled [option/deprecated]\n',
    );
    expect(JSON.parse(await library.formatFindings(given, 'json')).findings).toEqual(deprecated);
  }
});

test('a file that is not UTF-8 is refused before it is written', () => {
  const texts = { files: { 'a.hcl': 'a = "\udcff"' }, originals: { 'a.hcl': 'b = "\udcff"' } };
  expect(() => node.writeFixed(texts)).toThrow(/a\.hcl: holds bytes that are not UTF-8/);
});

test('secrets in texts of others are hidden, and sentences about them are not', () => {
  const hidden = [
    'token=abcdef',
    'acl.tokens.agent: abcdef',
    'acl.tokens.agent: "abc def"',
    'password: hunter two',
  ];
  for (const text of hidden) expect(library.concealSecrets(text)).toContain('***');
  for (const text of ['acl.tokens.agent: this token is used', 'acl.tokens.default: here, too'])
    expect(library.concealSecrets(text)).toBe(text);
  expect(
    library.concealSecrets('acl.tokens.agent: 8f246b77-f3e1-ff88-5b48-8ec93abf3e05 is wrong'),
  ).not.toContain('8f246b77');
});

test('releases and why a text is none', () => {
  expect(library.releaseProblem(library.newestConsulRelease)).toBeUndefined();
  expect(library.consulReleases.at(-1)).toBe(library.newestConsulRelease);
  expect(['1.9', '99.1', 'x'].map((text) => library.releaseProblem(text)?.kind)).toEqual([
    'older',
    'newer',
    'malformed',
  ]);
});
