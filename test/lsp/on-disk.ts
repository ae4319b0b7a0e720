/** An editor over files of a directory. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { machineFiles } from '../../src/app/machine/files.ts';
import { Session } from '../../src/lsp/session.ts';
import { raise } from './editor.ts';

/** A session that has opened these files, and has looked at them. */
export async function opening(cwd: string, opened: readonly string[]): Promise<Session> {
  const session = new Session(machineFiles(cwd), {
    folders: [cwd],
    version: undefined,
    snippets: false,
    onBug: raise,
  });
  for (const path of opened)
    session.open(pathToFileURL(join(cwd, path)).href, '', readFileSync(join(cwd, path), 'utf8'));
  await session.ready();
  return session;
}
