import { describe, expect, it } from 'vitest';
import { bookkeepingInWords } from '../../shared/core/bookkeeping-in-words.ts';
import { stateFaultInWords } from '../../shared/core/state-fault-in-words.ts';

describe('what is the matter with a file or folder of ours', () => {
  it.each([
    [{ code: 'ENOSPC', path: '/s' }, '/s 无法使用：磁盘已满 (ENOSPC)'],
    [{ code: 'ENXIO', path: '/s' }, '/s 无法使用：ENXIO'],
    [{ code: 'other-owner', path: '/s', owner: 7 }, '/s 属于另一个用户（uid 7）'],
    [{ code: 'others-write', path: '/s' }, '其他用户可以写入 /s：请对它运行 chmod go-w'],
    [{ code: 'link', path: '/s' }, '/s 是一个链接'],
  ])('is said in Chinese: %j', (fault, words) => {
    expect(stateFaultInWords(fault, 'zh')).toBe(words);
    expect(stateFaultInWords(fault, 'en')).not.toMatch(/\p{Script=Han}/u);
  });

  it('is said in the language of the reader', () => {
    const lockedIn = { folder: null, fault: { code: 'link', path: '/s' } };
    expect(bookkeepingInWords({ lockedIn }, 'zh').join()).toContain('/s 是一个链接');
    expect(bookkeepingInWords({ lockedIn }, 'en').join()).toContain('/s is a link');
  });
});
