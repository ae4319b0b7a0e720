/** What `check` and `fmt` read: files one by one, those of nodes in directories included. */
import type { FailureTexts } from '../print/failure.ts';

/** @param extension what to do with a file whose name has another ending */
export const configFilesTexts = (extension?: string): FailureTexts => ({
  texts: {
    dangling: 'is a symlink to nothing',
    empty: 'holds no Consul configuration (*.json, *.hcl), so nothing in it was read',
    ...(extension !== undefined && { extension }),
  },
});
