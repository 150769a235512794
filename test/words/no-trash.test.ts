import { describe, expect, it } from 'vitest';
import { adviceOn } from '../../shared/words/advice-on.ts';
import { refusalInWords } from '../../shared/words/refusal-in-words.ts';
import { words } from '../../shared/words/words.ts';

describe('what to do where no trash takes a file', () => {
  it.each(['en', 'zh'] as const)('is never --permanently for your own files (%s)', (lang) => {
    const next = (options: string): string =>
      refusalInWords('no-trash', words(lang), { client: 'irc', options }).next;
    expect(next('')).toContain('clean-exit purge irc --permanently');
    expect(next(' --tier your-files')).toContain('clean-exit purge irc --tier your-files');
    expect(next(' --tier your-files')).not.toContain('--permanently');
  });

  it.each([
    ['en', 'Other disks'],
    ['zh', '其他磁盘'],
  ] as const)('tells that another disk has its own (%s)', (lang, others) => {
    const check = { id: 'trash', state: 'missing', detail: '' } as const;
    const say = words(lang);
    expect(adviceOn('linux', check, say)).toContain(others);
    // A purge on a read-only disk is refused for good as well.
    expect(say.check.trash.missing + adviceOn('linux', check, say)).not.toContain('--permanently');
  });
});
