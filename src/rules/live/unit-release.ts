import { rule } from '../rule.ts';
import { hostExample } from './support/host-example.ts';

export const liveUnitRelease = rule({
  id: 'live/unit-release',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'The binary of an agent is of another release than its files are for.',
    rationale:
      'The agent reads its files as the release of its binary does: options may be unknown to it, or be read in another way. The binary that the unit starts is asked for its version, where only root or the caller may change it; with --on-host only.',
    bad: { ...hostExample, host: 'binary: 1.16.4\n' },
    good: { ...hostExample, host: 'binary: 1.20.2\n' },
  },
});
