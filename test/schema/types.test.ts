/** What the types cost a consumer's compiler, and what an editor shows of them. */
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/run.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: [],
};

const file = join(repository, 'consumer.ts');

/** A compiler's host for which `consumer.ts` has this text. */
function hostOf(text: string): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    readFile: (name) => (name === file ? text : host.readFile(name)),
    getSourceFile: (name, language) =>
      name === file ? ts.createSourceFile(name, text, language) : host.getSourceFile(name, language),
  };
}

function compile(text: string) {
  const program = ts.createProgram([file], options, hostOf(text));
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
  return {
    problems: problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    instantiations: program.getInstantiationCount(),
  };
}

const consumer = `
import { server } from './src/render/builders.ts';
import type { AgentConfig } from './src/options/generated/agent-config.ts';
const base: AgentConfig = { server: true };
export const agent: AgentConfig = server({
  ...base,
  datacenter: 'dc1',
  server: true,
  bootstrap_expect: 3,
  ports: { grpc_tls: 8503 },
  log_level: 'info',
  services: [{ name: 'web', port: 80, connect: { sidecar_service: {} } }],
  config_entries: { bootstrap: [{ kind: 'service-defaults', name: 'web', protocol: 'http' }] },
});
`;

describe('compiling', () => {
  test('a configuration costs little', () => {
    const empty = compile('export {};');
    const used = compile(consumer);
    expect(used.problems).toEqual([]);
    expect(used.instantiations - empty.instantiations).toBeLessThan(3000);
  });

  test('a mistake is found', () => {
    expect(compile(consumer.replace('grpc_tls', 'grpctls')).problems).toEqual([
      expect.stringContaining('grpc_tls'),
    ]);
    expect(compile(consumer.replace('8503', "'8503'")).problems).toHaveLength(1);
    expect(compile(consumer.replace("'info'", "'loud'")).problems).toHaveLength(1);
    expect(compile(consumer.replace("protocol: 'http'", "default_subset: 'a'")).problems).toHaveLength(1);
  });
});

describe('an editor', () => {
  const host = hostOf(consumer);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = host.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => repository,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: host.fileExists,
    readFile: host.readFile,
  });
  const hover = (word: string) => {
    const info = service.getQuickInfoAtPosition(file, consumer.indexOf(word));
    const tags = info?.tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`) ?? [];
    return [ts.displayPartsToString(info?.documentation), ...tags];
  };

  test('shows docs, default and first release', () => {
    expect(hover('grpc_tls')).toEqual([
      expect.stringMatching(/^gRPC with TLS\./),
      '@default 8503 on servers, -1 on clients',
    ]);
    expect(hover('bootstrap_expect')[0]).toContain('Number of servers');
  });

  test('offers the options of a block', () => {
    const offered = service.getCompletionsAtPosition(file, consumer.indexOf('grpc_tls'), {});
    expect(offered?.entries.map(({ name }) => name)).toEqual(expect.arrayContaining(['http', 'serf_lan']));
  });
});
