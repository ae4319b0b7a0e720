/** Sends diagnostics when the typing pauses, and removes those that no longer apply. */
import type { Connection } from 'vscode-languageserver/node';
import type { Session } from './session.ts';

/** Milliseconds to wait for the next key. */
const pause = 30;

export interface Publisher {
  readonly soon: () => void;
}

export function publisher(
  connection: Connection,
  session: Session,
  onBug: (error: unknown) => void,
): Publisher {
  const shown = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const send = async (): Promise<void> => {
    await session.ready();
    const gone = new Set(shown);
    for (const { uri, diagnostics } of session.diagnostics()) {
      gone.delete(uri);
      shown.add(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    }
    for (const uri of gone) {
      shown.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
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
