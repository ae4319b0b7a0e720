/** What the page shows, by the functions of the library and of the language server. */
import { filesLibrary } from '../../../src/app/files/library.ts';
import { memoryFiles } from '../../../src/app/files/memory.ts';
import { placeholders } from '../../../src/app/render/placeholders.ts';
import { render } from '../../../src/app/render/render.ts';
import { tidy } from '../../../src/finding.ts';
import { formatFindings } from '../../../src/library/findings.ts';
import { fix } from '../../../src/library/fix.ts';
import { lint } from '../../../src/library/lint.ts';
import { merge } from '../../../src/library/merge.ts';
import { plainFinding } from '../../../src/library/plain/report.ts';
import { complete } from '../../../src/lsp/completion.ts';
import { hover } from '../../../src/lsp/hover.ts';
import { formatOf } from '../../../src/model/load/directory.ts';
import { defaultVersion } from '../../../src/options/releases/versions.ts';
import { patchText } from '../../../src/secrets/patch.ts';
import { parse } from '../../../src/text/parse.ts';
import { Source } from '../../../src/text/source/source.ts';
import type { Asked, Files, MergedNode, Work } from './messages.ts';

const optionsOf = ({ release, patroni }: Asked) => ({
  ...(release !== '' && { consul: release }),
  ...(patroni && { profile: 'patroni' as const }),
});

const empty = {
  version: 1,
  findings: [],
  summary: { files: 0, errors: 0, warnings: 0, infos: 0, fixable: 0 },
} as const;

export const work: Work = {
  check: async (asked) => {
    try {
      return { report: await lint(asked.files, optionsOf(asked)) };
    } catch (error) {
      return { report: empty, problem: (error as Error).message };
    }
  },
  merge: async (asked) => groupsOf(asked.files).map(([name, files]) => mergedNode(name, files, asked)),
  fix: async (asked) => {
    const { files, dropped } = await fix(asked.files, optionsOf(asked));
    const diffs = Object.entries(files).map(([file, after]) =>
      patchText(file, file, new Source(file, asked.files[file] ?? ''), new Source(file, after)),
    );
    return {
      files,
      diff: diffs.join(''),
      dropped: dropped.map(({ finding, why }) => `${finding.rule}: ${why}`),
    };
  },
  render: async ({ files }) => {
    const manifests = Object.keys(files).filter(
      (name) => /\.ya?ml$/.test(name) && name !== 'consul-cfg.yaml',
    );
    const [first] = manifests;
    if (first === undefined) return { files: [], findings: [] };
    const library = filesLibrary(first, memoryFiles(files));
    const { estate, findings } = await render({
      sources: [new Source(first, files[first]!)],
      library,
      resolve: placeholders,
      lint: true,
    });
    const shown = (estate?.files ?? []).map(({ path, content, mode }) => ({ path, content, mode }));
    return { files: shown, findings: tidy(findings).map((finding) => plainFinding(finding)) };
  },
  report: async (asked) => formatFindings(await lint(asked.files, optionsOf(asked)), 'html'),
  hover: async ({ files, file, offset, release }) => {
    const found = hover(treeOf(files, file, release), offset, release || defaultVersion);
    return found && 'value' in (found.contents as object)
      ? (found.contents as { value: string }).value
      : undefined;
  },
  complete: async ({ files, file, offset, release }) => {
    const tree = treeOf(files, file, release);
    const { source } = tree;
    return complete(tree, offset, { version: release || defaultVersion, snippets: false }).map((item) => {
      const edit = item.textEdit as { newText: string; range: { start: Place; end: Place } } | undefined;
      const documentation = item.documentation as { value: string } | string | undefined;
      return {
        label: item.label,
        detail: item.detail ?? '',
        info: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
        insert: edit?.newText ?? item.label,
        from: edit ? offsetOf(source, edit.range.start) : offset,
        to: edit ? offsetOf(source, edit.range.end) : offset,
      };
    });
  },
};

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The protocol counts lines from 0, and characters as JavaScript does. */
const offsetOf = (source: Source, { line, character }: Place): number =>
  source.lineStart(line + 1) + character;

const treeOf = (files: Files, file: string, release: string) =>
  parse(new Source(file, files[file] ?? ''), formatOf(file) ?? 'hcl', { consul: release || defaultVersion });

/** The files of each directory: those of one agent. */
function groupsOf(files: Files): readonly (readonly [string, Files])[] {
  const groups = new Map<string, Record<string, string>>();
  for (const [name, text] of Object.entries(files)) {
    if (formatOf(name) === undefined) continue;
    const directory = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : 'the agent';
    const group = groups.get(directory) ?? {};
    group[name] = text;
    groups.set(directory, group);
  }
  return [...groups];
}

function mergedNode(name: string, files: Files, { release }: Asked): MergedNode {
  try {
    const { hcl, json, origins } = merge(files, release === '' ? {} : { consul: release });
    return {
      name,
      hcl: hcl ?? json,
      origins: origins.map(({ path, value, secret, file, line }) => ({
        path,
        value: secret ? '(secret)' : JSON.stringify(value),
        from: `${file}:${line}`,
      })),
    };
  } catch (error) {
    return { name, hcl: '', origins: [], problem: (error as Error).message };
  }
}
