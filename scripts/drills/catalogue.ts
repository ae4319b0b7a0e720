/** All drills, in the order of the page. */
import type { Drill } from './drill.ts';
import { planned } from './planned.ts';
import { unplanned } from './unplanned.ts';

export const drills: readonly Drill[] = [...planned, ...unplanned];
