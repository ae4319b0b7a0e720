/** The language server that comes with the extension: `consul-cfg lsp --stdio`, in one file. */
import { serveLanguageServer } from '../../src/library/node/language-server.ts';

serveLanguageServer({ input: process.stdin, output: process.stdout }).then((end) => {
  if (typeof end === 'string') process.stderr.write(`consul-cfg: ${end}\n`);
  process.exit(end === 0 ? 0 : 1);
});
