/**
 * The command line imports from the public entry points. A bundler that splits takes a file whole, and with the entry point
 * everything that it exports: so each name is imported from the file that defines it, and a command loads what it uses.
 */
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const ofCommands = /[\\/]src[\\/]cli[\\/].*\.ts$/;
const ofEntries = /^import (type )?\{([^}]*)\} from '([./]*\/(?:index|node|hcl|json|schemas)\.ts)';$/gm;
const exported = /^export (?:type )?\{([^}]*)\} from '([^']+)';$/gm;

export function directImports(): Plugin {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>();
  return {
    name: 'direct-imports',
    setup({ onLoad }) {
      onLoad({ filter: ofCommands }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const entries = new Set([...text.matchAll(ofEntries)].map(([, , , entry]) => entry!));
        const sources = new Map<string, ReadonlyMap<string, string>>();
        for (const entry of entries) {
          const file = resolve(dirname(path), entry);
          known.set(file, known.get(file) ?? definitions(file));
          sources.set(entry, await known.get(file)!);
        }
        const contents = text.replace(
          ofEntries,
          (_, type: string | undefined, names: string, entry: string) =>
            type ? '' : direct(names, sources.get(entry)!, path),
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** For each name that an entry point exports, how it is imported from the file that defines it. */
async function definitions(entry: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(entry, 'utf8');
  const all = [...text.matchAll(exported)].flatMap(([, names, from]) =>
    namesIn(names!).map((name): [string, string] => {
      const [original, alias = original] = name.split(' as ');
      return [alias!, `import { ${original} as NAME } from '${resolve(dirname(entry), from!)}';`];
    }),
  );
  return new Map(all);
}

const namesIn = (names: string): string[] =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function direct(names: string, definedBy: ReadonlyMap<string, string>, importer: string): string {
  const lines = namesIn(names).flatMap((name) => {
    if (name.startsWith('type ')) return [];
    const [original, alias = original] = name.split(' as ');
    const line = definedBy.get(original!);
    if (!line) throw new Error(`${relative('.', importer)}: no entry point exports ${original}`);
    return [line.replace('NAME', alias!)];
  });
  return lines.join(' ');
}
