/** The language server: connects the protocol with a session. */
import { isAbsolute } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import {
  type Connection,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import type { UserFiles } from '../../app/files/user-files.ts';
import { fileFacts } from '../../app/machine/facts.ts';
import { outsideOf, withoutOutside } from '../../app/machine/outside.ts';
import { nearestDirectory } from '../../files/inside.ts';
import type { Finding } from '../../finding.ts';
import { bugText } from '../../util/bug.ts';
import { Session } from '../session.ts';
import { type Client, clientOf, offered, section } from './client.ts';
import { Framing } from './framing.ts';
import { attach } from './requests.ts';

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Serves until the client sends `exit` or closes the stream; 0 where it sent `shutdown` before, as the protocol
 * requires; a text with the reason where the stream cannot be read further.
 * `version` is the Consul release to lint for, where the client's `initializationOptions.consul` names none;
 * undefined leaves it to the settings.
 */
export function serve(
  { input, output }: Streams,
  disk: UserFiles,
  version: string | undefined,
): Promise<0 | 1 | string> {
  return new Promise((resolve) => {
    const watchDog = {
      shutdownReceived: false,
      initialize: () => {},
      exit: () => {
        input.destroy();
        resolve(watchDog.shutdownReceived ? 0 : 1);
      },
    };
    input.on('end', watchDog.exit);
    const framing = new Framing((why) => {
      resolve(why);
      input.destroy();
    });
    const connection = createConnection(
      (logger) => createProtocolConnection(input.pipe(framing), output, logger),
      watchDog,
      ProposedFeatures.all,
    );
    connect(connection, disk, version);
  });
}

function connect(connection: Connection, disk: UserFiles, version: string | undefined): void {
  connection.onInitialize((params) => {
    const onBug = (error: unknown): void => connection.console.error(bugText(error));
    const client = clientOf(params);
    const session = new Session(disk, {
      ...client,
      version: client.consul ?? version,
      facts: () => fileFacts('/', false),
      shown: (findings, open) => withoutLinksOut(findings, [...client.folders, ...open]),
      onBug,
    });
    attach({ connection, session, client, version, onBug });
    connection.onInitialized(() => {
      register(connection, client);
      // What every document needs is there before the first one is.
      session.ready().catch(onBug);
    });
    return offered(client);
  });
  connection.listen();
}

/** A link in a folder from elsewhere may lead to any file of this machine. */
function withoutLinksOut(findings: readonly Finding[], named: readonly string[]): readonly Finding[] {
  const [first, ...others] = named.filter((path) => isAbsolute(path));
  if (first === undefined) return findings;
  return withoutOutside(findings, outsideOf({ cwd: nearestDirectory(first), named: [first, ...others] }));
}

function register({ client }: Connection, { watches, registersSettings }: Client): void {
  if (registersSettings) void client.register(DidChangeConfigurationNotification.type, { section });
  if (!watches) return;
  // Other files of a cluster are read from the disk.
  void client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*.{hcl,json,service,conf,yaml,yml,hbs,sh,bash,tf,tpl,tmpl,tftpl,ctmpl,j2,erb}' },
    ],
  });
}
