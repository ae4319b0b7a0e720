/** A manifest to files, and hosts to a manifest, in memory. */
import { filesLibrary } from '../../src/app/files/library.ts';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { importPaths } from '../../src/app/import.ts';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { render as renderEstate } from '../../src/app/render/render.ts';
import { memorySession } from '../../src/library/files/memory-session.ts';
import { plainReport } from '../../src/library/plain/report.ts';
import type { OutFile } from '../../src/manifest/file.ts';
import { Source } from '../../src/text/source/source.ts';
import { Broken, type Target } from './target.ts';

/** Keys that are filled in for references: of a form that nothing else has. */
const made =
  /"(?:encrypt|agent|default|initial_management|replication)": ?"(?:[\w+/]{43}=|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/;

function holdOf({ path, mode, secret, content }: OutFile): void {
  const steps = path.split('/');
  if (path.startsWith('/') || steps.includes('..') || steps.includes('') || path.includes('\0'))
    throw new Broken(`a file is written outside of its directory: ${path}`);
  if (secret && (mode & 0o027) !== 0) throw new Broken(`others may read or change the secrets of ${path}`);
  if ((mode & 0o022) !== 0) throw new Broken(`others may write to ${path}`);
  if (!secret && path.endsWith('.json') && made.test(content))
    throw new Broken(`a secret is in ${path}, which anybody may read`);
}

export const render: Target = {
  id: 'render',
  kinds: ['yaml'],
  run: async (tree) => {
    const source = Source.fromBytes('cluster.yaml', Object.values(tree)[0]!);
    const { estate, findings } = await renderEstate({
      sources: [source],
      library: filesLibrary(source.file, memoryFiles({})),
      resolve: placeholders,
      lint: true,
    });
    const files = estate?.files ?? [];
    files.forEach(holdOf);
    if (new Set(files.map(({ path }) => path)).size < files.length)
      throw new Broken('a path is written twice');
    return JSON.stringify([plainReport({ findings, files: 1 }), files.filter(({ secret }) => !secret)]);
  },
};

export const init: Target = {
  id: 'init',
  run: async (tree) => {
    const session = await memorySession('importHosts()', tree, { consul: '1.20' });
    const result = await importPaths(session);
    const findings = 'findings' in result ? result.findings : 'refused' in result ? result.refused : [];
    const text = 'text' in result ? result.text : '';
    return JSON.stringify([plainReport({ findings, files: 1 }), text]);
  },
};
