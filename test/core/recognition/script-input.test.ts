import { describe, expect, it } from 'vitest';
import { interpreterOf } from '../../../shared/core/recognition/interpreters.ts';
import { inputOf, namedBy } from '../../../shared/core/recognition/named-script.ts';

const words = (line: string): readonly string[] => line.split(' ').filter(Boolean);

describe('the descriptor that an interpreter reads its script from', () => {
  it.each([
    ['python3', '', 0, 0],
    ['python3', '-u -X dev', 0, 3],
    ['python3', '- a b', 0, 0],
    ['python3', '-u /dev/stdin', 0, 1],
    ['python3', '/dev/fd/3', 3, 0],
    ['python3', '/proc/self/fd/12', 12, 0],
    ['node', '--title=x -', 0, 1],
    ['bash', '-s', 0, 1],
    ['perl', '-w', 0, 1],
  ])('%s %s', (name, line, fd, at) => {
    expect(inputOf(interpreterOf(name), words(line))).toEqual({ fd, at });
    expect(namedBy(interpreterOf(name), words(line)).filter((one) => one === '-')).toEqual([]);
  });

  it.each([
    ['python3', 'x.py -'],
    ['python3', '-c code'],
    ['python3', '-m chat'],
    ['bash', '-c code'],
    ['java', 'Main'],
    ['node', '-e 1'],
    ['node', '--title=x x.js'],
  ])('is none behind a file, code or a class: %s %s', (name, line) => {
    expect(inputOf(interpreterOf(name), words(line))).toBeUndefined();
  });
});
