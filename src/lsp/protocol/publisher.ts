/** Sends diagnostics when the typing pauses, and removes those that no longer apply. */
import type { Connection } from 'vscode-languageserver/node';
import type { Session } from '../session.ts';
import type { Client } from './client.ts';

/** Milliseconds to wait for the next key. */
const pause = 30;

export interface Publisher {
  readonly soon: () => void;
}

/** An editor that asks for diagnostics gets those of open documents when it asks, and only the others are sent. */
export function publisher(
  connection: Connection,
  session: Session,
  { pulls, refreshes }: Pick<Client, 'pulls' | 'refreshes'>,
  onBug: (error: unknown) => void,
): Publisher {
  const shown = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const send = async (): Promise<void> => {
    await session.ready();
    const gone = new Set(shown);
    for (const { uri, diagnostics } of session.diagnostics()) {
      if (pulls && session.isOpen(uri)) continue;
      gone.delete(uri);
      shown.add(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    }
    for (const uri of gone) {
      shown.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    // A change of one document changes what is found in others.
    if (pulls && refreshes) connection.languages.diagnostics.refresh();
  };
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // A bug must not end the server while a person types: the editor's log shows it.
        send().catch(onBug);
      }, pause);
    },
  };
}
