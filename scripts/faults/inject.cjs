/**
 * Loaded before the command (`node --require`): counts its changes to files below FAULT_ROOT, and lets one of them go wrong.
 * FAULT_AT is its number, from 1; FAULT is `kill` (SIGKILL instead of it; a write has half of its bytes), `killed-after`, or
 * a code such as ENOSPC that the change fails with. Their number is written to FAULT_COUNT, where that is given.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = `${path.resolve(process.env.FAULT_ROOT)}${path.sep}`;
const at = Number(process.env.FAULT_AT ?? 0);
const fault = process.env.FAULT;
const opened = new Set();
let count = 0;

/** A path may begin at a directory that is held open, so that nobody can put another into its place. */
function isOurs(target) {
  if (typeof target === 'number') return opened.has(target);
  const [, held, rest] = /^(\/proc\/self\/fd\/\d+)(.*)$/.exec(String(target)) ?? [];
  const full = held === undefined ? path.resolve(String(target)) : fs.readlinkSync(held) + rest;
  return `${full}${path.sep}`.startsWith(root);
}

const writes = (flags) => (typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(flags ?? 'r'));

const kill = () => {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes when the system next looks.
  for (;;);
};

function wrap(name, { half, changes = () => true, after } = {}) {
  const real = fs[name];
  fs[name] = (...args) => {
    const target =
      name === 'renameSync' || name === 'linkSync' || name === 'copyFileSync' ? args[1] : args[0];
    if (!isOurs(target) || !changes(args)) return real(...args);
    count++;
    if (count === at) {
      try {
        if (fault === 'killed-after') real(...args);
        else half?.(real, args);
      } finally {
        if (fault.startsWith('kill')) kill();
      }
      throw Object.assign(new Error(`${fault}: injected, ${name.replace('Sync', '')} '${target}'`), {
        code: fault,
        syscall: name.replace('Sync', ''),
        path: typeof target === 'string' ? target : undefined,
      });
    }
    const result = real(...args);
    after?.(result, args);
    return result;
  };
}

/** What is not written in one piece may be written in part. */
const halfOf = (real, [target, data, ...rest]) => {
  const bytes = Buffer.from(data);
  real(target, bytes.subarray(0, bytes.length >> 1), ...rest);
};

wrap('openSync', {
  changes: ([, flags]) => writes(flags),
  after: (fd) => opened.add(fd),
});
wrap('writeFileSync', { half: halfOf });
wrap('appendFileSync', { half: halfOf });
wrap('writeSync', { half: (real, [fd, data]) => halfOf(real, [fd, data]) });
const close = fs.closeSync;
fs.closeSync = (fd) => {
  opened.delete(fd);
  close(fd);
};
for (const name of [
  'fsyncSync',
  'ftruncateSync',
  'fchmodSync',
  'fchownSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'symlinkSync',
  'unlinkSync',
  'rmSync',
  'rmdirSync',
  'chmodSync',
  'chownSync',
  'copyFileSync',
  'utimesSync',
])
  wrap(name);

if (process.env.FAULT_COUNT)
  process.on('exit', () => {
    require('node:fs').writeFileSync(process.env.FAULT_COUNT, String(count));
  });
