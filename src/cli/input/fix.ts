/** What is left of paths after fixes, loaded only where there are any to make. */
import type { Fixed } from '../../index.ts';
import { fix, type PathFixOptions } from '../../node.ts';
import type { Io } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { sessionTexts } from './session.ts';

export const fixPaths = (paths: readonly string[], asked: PathFixOptions, io: Io): Promise<Fixed> =>
  attempt(() => fix(paths, asked), sessionTexts(io));
