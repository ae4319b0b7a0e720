/** The TypeScript compiler and an editor on the script of a consumer, which imports from the sources of the library. */
import { join } from 'node:path';
import ts from 'typescript';
import { repository } from '../../support/run.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: [],
};

const file = join(repository, 'consumer.ts');
const parsed = new Map<string, ts.SourceFile | undefined>();

/** A compiler's host for which `consumer.ts` has this text; other files are parsed once. */
function hostOf(text: string): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    readFile: (name) => (name === file ? text : host.readFile(name)),
    getSourceFile: (name, language) => {
      if (name === file) return ts.createSourceFile(name, text, language);
      if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, language));
      return parsed.get(name);
    },
  };
}

/** What the compiler reports, and how many types it instantiates for that. */
export function compile(text: string) {
  const program = ts.createProgram([file], options, hostOf(text));
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
  return {
    problems: problems.map(({ start = 0, messageText }) => ({
      line: text.slice(0, start).split('\n').length,
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    })),
    instantiations: program.getInstantiationCount(),
  };
}

let current = '';
let version = 0;

/** One for all texts: it checks only what changes. */
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? `${version}` : '0'),
  getScriptSnapshot: (name) => {
    const content = name === file ? current : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => repository,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
});

/** What an editor shows; `|` in the text is the cursor. */
export function edit(marked: string) {
  const position = marked.indexOf('|');
  current = marked.replace('|', '');
  version++;
  const info = service.getQuickInfoAtPosition(file, position);
  const tags = info?.tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`) ?? [];
  return {
    hover: [ts.displayPartsToString(info?.documentation), ...tags],
    completions: service.getCompletionsAtPosition(file, position, {})?.entries.map(({ name }) => name) ?? [],
  };
}
