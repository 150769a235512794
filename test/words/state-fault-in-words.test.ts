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

  it('is said in the language of the reader', () => {
    const lockedIn = { folder: null, fault: { code: 'link', path: '/s' } };
    expect(bookkeepingInWords({ lockedIn }, words('zh')).join()).toContain('/s 是一个符号链接');
    expect(bookkeepingInWords({ lockedIn }, words('en')).join()).toContain('/s is a symbolic link');
  });
});
