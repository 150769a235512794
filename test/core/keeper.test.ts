import { describe, expect, it } from 'vitest';
import { supervisorOf } from '../../shared/core/supervisor.ts';
import type { Process } from '../../shared/core/model.ts';
import { known } from '../../shared/core/known.ts';
import { process_ } from './situations.ts';

/** A root below these, the nearest first. */
function below(...names: readonly string[]): string | undefined {
  const above = names.map((name, at) =>
    process_(100 + at, {
      ...{ name, parent: 101 + at, exe: known(`/usr/bin/${name}`) },
      args: known([name, ...(name === 'bash' ? [] : ['x'])]),
    }),
  );
  const root = process_(10, { parent: 100 });
  const all: readonly Process[] = [root, ...above];
  return supervisorOf(root, new Map(all.map((one) => [one.pid, one])));
}

describe('who may start a client again', () => {
  it('is the program that started it', () => {
    expect(below('supervisord')).toBe('supervisord (100)');
  });

  it('is nobody where that is a desktop, or a shell that somebody types in', () => {
    expect(below('gnome-shell')).toBeUndefined();
    expect(below('bash')).toBeUndefined();
    expect(below()).toBeUndefined();
  });

  it('stands above what only waits for the client, and leaves with it', () => {
    expect(below('timeout', 'setsid', 'supervisord')).toBe('supervisord (102)');
    expect(below('dbus-run-sessio', 'bash')).toBeUndefined();
    expect(below('nice')).toBeUndefined();
  });
});
