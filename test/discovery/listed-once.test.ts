import { describe, expect, test } from 'vitest';
import { listedOnce } from '../../src/discovery/listed-once.ts';
import type { DirectoryEntry, FileSystem, Stat } from '../../src/model/load/files.ts';

const directory = (name: string): DirectoryEntry => ({ name, kind: 'directory', symlink: false });
const file = (name: string): DirectoryEntry => ({ name, kind: 'file', symlink: false });
const link = (name: string): DirectoryEntry => ({ name, kind: 'other', symlink: true });

const listings: Readonly<Record<string, readonly DirectoryEntry[]>> = {
  tree: [directory('srv1'), link('srv2'), directory('closed')],
  'tree/srv1': [directory('etc')],
  'tree/srv1/etc': [directory('consul.d'), file('hosts')],
  'tree/srv1/etc/consul.d': [file('consul.hcl')],
};

/** A file system that notes what it is asked. */
function noting(): { fs: FileSystem; asked: string[] } {
  const asked: string[] = [];
  const fs: FileSystem = {
    read: () => undefined,
    realpath: (path) => path,
    list: (path) => {
      asked.push(`list ${path}`);
      return listings[path];
    },
    stat: (path): Stat => {
      asked.push(`stat ${path}`);
      return path === 'tree' || path.startsWith('tree/srv2') || path === 'tree/srv1/ETC'
        ? 'directory'
        : 'denied';
    },
  };
  return { fs: listedOnce(fs), asked };
}

describe('a file system that lists each directory once', () => {
  test.each([
    ['tree/srv1', 'directory', []],
    ['tree/srv1/etc/hosts', 'file', ['list tree/srv1', 'list tree/srv1/etc']],
    [
      'tree/srv1/etc/consul.d/consul.hcl',
      'file',
      ['list tree/srv1', 'list tree/srv1/etc', 'list tree/srv1/etc/consul.d'],
    ],
    ['tree/srv1/lib/systemd/system', 'missing', ['list tree/srv1']],
    ['tree/srv9/etc', 'missing', []],
    // What a symbolic link leads to, a name in another case and what cannot be listed: the system knows.
    ['tree/srv2', 'directory', ['stat tree/srv2']],
    ['tree/srv2/etc', 'directory', ['stat tree/srv2/etc']],
    ['tree/srv1/ETC', 'directory', ['list tree/srv1', 'stat tree/srv1/ETC']],
    ['tree/closed/etc', 'denied', ['list tree/closed', 'stat tree/closed/etc']],
  ] as const)('%s below a directory that was listed: %s', (path, kind, calls) => {
    const { fs, asked } = noting();
    fs.list('tree');
    asked.length = 0;
    expect([fs.stat(path), fs.stat(path)]).toEqual([kind, kind]);
    expect(asked).toEqual(calls);
  });

  test('nothing is listed to learn what one path is', () => {
    const { fs, asked } = noting();
    expect(fs.stat('tree')).toBe('directory');
    expect(fs.stat('/')).toBe('denied');
    expect(asked).toEqual(['stat tree', 'stat /']);
  });

  test('a directory is listed once', () => {
    const { fs, asked } = noting();
    expect(fs.list('tree')).toBe(fs.list('tree'));
    expect(fs.list('tree/gone')).toBeUndefined();
    expect(fs.list('tree/gone')).toBeUndefined();
    expect(asked).toEqual(['list tree', 'list tree/gone']);
  });
});
