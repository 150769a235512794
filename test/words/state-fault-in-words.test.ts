import { describe, expect, it } from 'vitest';
import { words } from '../../shared/words/words.ts';
import { bookkeepingInWords } from '../../shared/words/bookkeeping-in-words.ts';
import { stateFaultInWords } from '../../shared/words/state-fault-in-words.ts';

describe('what is the matter with a file or folder of ours', () => {
  it.each([
    [{ code: 'ENOSPC', path: '/s' }, '/s 无法使用：磁盘已满 (ENOSPC)'],
    [{ code: 'ENXIO', path: '/s' }, '/s 无法使用：ENXIO'],
    [{ code: 'other-owner', path: '/s', owner: 7 }, '/s 属于另一个用户（uid 7）'],
    [{ code: 'others-write', path: '/s' }, '其他用户可以写入 /s'],
    [{ code: 'link', path: '/s' }, '/s 是一个符号链接'],
  ])('is said in Chinese: %j', (fault, said) => {
    expect(stateFaultInWords(fault, words('zh'))).toBe(said);
    expect(stateFaultInWords(fault, words('en'))).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    [{ code: 'ENOSPC', path: '/s' }, 'Free disk space or make it writable, or set XDG_STATE_HOME'],
    [{ code: 'EROFS', path: '/s' }, 'set XDG_STATE_HOME to another folder'],
    [{ code: 'others-write', path: '/s' }, 'chmod go-w /s'],
    [{ code: 'ENOTDIR', path: '/s' }, 'Move it away'],
  ])('ends a receipt that could not be kept with what helps: %j', (fault, helps) => {
    const removed = { files: 1, bytes: 1, to: 'trash', recordNotKept: fault } as const;
    const lines = bookkeepingInWords({ notKept: fault, removed }, words('en'));
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toContain(helps);
  });

  it('is said in the language of the reader', () => {
    const lockedIn = { folder: null, fault: { code: 'link', path: '/s' } };
    expect(bookkeepingInWords({ lockedIn }, words('zh')).join()).toContain('/s 是一个符号链接');
    expect(bookkeepingInWords({ lockedIn }, words('en')).join()).toContain('/s is a symbolic link');
  });
});
