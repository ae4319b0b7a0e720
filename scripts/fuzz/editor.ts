/** A session of the language server: documents are opened, edited at random places, and asked about. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { Session } from '../../src/lsp/session.ts';
import { mutate, random } from '../corpus/mutate.ts';
import type { Target } from './target.ts';

const languages: Readonly<Record<string, string>> = { hcl: 'hcl', json: 'json', yaml: 'yaml', yml: 'yaml' };

export const editor: Target = {
  id: 'editor',
  writesFiles: true,
  run: async (tree) => {
    const decoder = new TextDecoder();
    const files = Object.fromEntries(
      Object.entries(tree).map(([name, bytes]) => [`/estate/${name}`, decoder.decode(bytes)]),
    );
    const session = new Session(memoryFiles(files), {
      folders: ['/estate'],
      version: undefined,
      snippets: true,
      onBug: (error) => {
        throw error;
      },
    });
    const next = random(Object.values(tree).reduce((sum, { length }) => sum * 31 + length, 7));
    const answers: unknown[] = [];
    for (const [path, text] of Object.entries(files)) {
      const uri = `file://${path}`;
      const language = languages[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'plaintext';
      session.open(uri, language, text);
      const edited = decoder.decode(mutate([Buffer.from(text)], next));
      session.open(uri, language, edited);
      await session.ready();
      const document = TextDocument.create(uri, language, 0, edited);
      const position = document.positionAt(next(edited.length + 1));
      answers.push(
        session.diagnostics(),
        session.hover(uri, position),
        session.complete(uri, position),
        session.definition(uri, position),
        session.codeActions(uri, { start: position, end: position }, undefined),
      );
    }
    return JSON.stringify(answers);
  },
};
