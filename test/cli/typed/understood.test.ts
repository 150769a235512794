import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { spokenNames } from '../../../shared/core/client-names.ts';
import { own, read } from './reading.ts';

describe('a command line', () => {
  it.each([
    ['exit wechat', 'exit wechat'],
    ['exit wechat --timeout 10s --json', 'exit wechat --timeout 10s --json'],
    ['status', 'status'],
    ['log --client wechat', 'log --client wechat'],
    ['exit 微信', 'exit 微信'],
    ['exit all', 'exit all'],
    ['practice start', 'practice start'],
    ['purge wechat --tier cache --account kill', 'purge wechat --tier cache --account kill'],
  ])('%j is a command already', async (typed, is) => {
    expect(await read(typed)).toBe(is);
  });

  it.each([
    ['quit wechat', 'exit wechat'],
    ['close wechat', 'exit wechat'],
    ['QUIT WeChat', 'exit WeChat'],
    ['kill qq', 'force qq'],
    ['clean wechat', 'purge wechat'],
    ['ls', 'status'],
    ['ps --json', 'status --json'],
    ['kill --help', 'force --help'],
    ['help kill', 'help force'],
    ['help quit', 'help exit'],
    ['Exit wechat', 'exit wechat'],
    ['ｅｘｉｔ wechat', 'exit wechat'],
    ['--lang zh quit wechat', '--lang zh exit wechat'],
    ['quit all', 'exit all'],
    ['quit --all', 'exit --all'],
    ['quit', 'exit'],
    ['kill', 'force'],
  ])('%j has the product’s word: %j', async (typed, is) => {
    expect(await read(typed)).toBe(is);
  });

  it.each([
    ['wechat', 'offer wechat'],
    ['微信', 'offer wechat'],
    ['微信 qq --json', 'offer wechat qq --json'],
    ['wechat exit', 'exit wechat'],
    ['wechat quit --dry-run', 'exit wechat --dry-run'],
    ['企业微信 退出', 'exit wecom'],
    ['line', 'offer line'],
  ])('%j begins with the client: %j', async (typed, is) => {
    expect(await read(typed)).toBe(is);
  });

  it.each([
    ['exti wechat', '? exit wechat'],
    ['exit wechat force', '? exit wechat | force wechat'],
    ['quit all wechat', '? exit all | exit wechat'],
    ['how do i quit wechat', '? exit wechat'],
    ['quit the wecaht', '? exit wechat'],
    ['tele', '? telegram'],
    ['stats', '? status'],
    ['doctr', '? doctor'],
    ['stop', '? exit | force'],
    ['stop wechat', '? exit wechat | force wechat'],
    ['help exti', '? help exit'],
    ['help wechat', '? wechat'],
    ['delete wechat messages', '? purge wechat'],
    ['logout wechat', '? exit wechat'],
    ['log out of wechat', '? exit wechat'],
    ['exit wechat qq force', '? exit wechat qq | force wechat qq'],
    ['waltz', '?'],
  ])('%j is answered with what to type: %j', async (typed, is) => {
    expect(await read(typed)).toBe(is);
  });

  it('in one argument is the same sentence', async () => {
    expect(await read(['quit wechat'])).toBe('exit wechat');
    expect(await read(['exit', 'WeChat Work'])).toBe('exit WeChat Work');
    expect(await read(['exit', ' 微信 '])).toBe('exit  微信 ');
  });
});

describe('a client of the user that is called like a command', () => {
  it('is the client behind a command', async () => {
    expect(await read('exit kill', [own('kill')])).toBe('exit kill');
    expect(await read('exit please', [own('please')])).toBe('exit please');
  });

  it('alone is the command for scripts, and a question where an alias of ours was typed', async () => {
    expect(await read('watch', [own('watch')])).toBe('watch');
    expect(await read('kill', [own('kill')])).toBe('? force | status kill');
  });

  it('comes first where the command can do nothing alone', async () => {
    expect(await read('practice', [own('practice')])).toBe('offer practice');
    expect(await read('practice exit', [own('practice')])).toBe('exit practice');
    expect(await read('practice stop', [own('practice')])).toBe('practice stop');
    expect(await read('practice')).toBe('practice');
  });

  it('in two clients’ names stays as it was typed, so that it is asked about', async () => {
    expect(await read('quit the Chat', [own('a', 'Talk'), own('b', 'talk')])).toMatch(/exit/);
    expect(await read('please quit Talk', [own('a', 'Talk'), own('b', 'talk')])).toBe('exit Talk');
  });
});

describe('a law', () => {
  const verb = fc.constantFrom(
    ...(['exit', 'quit', 'close', 'really quit', 'safely exit'] as const).map(
      (said) => [said, 'exit'] as const,
    ),
    ...(['force', 'kill', 'force quit', 'Force Close'] as const).map(
      (said) => [said, 'force'] as const,
    ),
    ...(['purge', 'clean', 'clear', 'clean up'] as const).map((said) => [said, 'purge'] as const),
  );
  const client = fc.constantFrom(
    ...clients.flatMap((one) => spokenNames(one).map((name) => [name, one.id] as const)),
  );

  it('every verb with every name of a client, in either order, is that request for that client alone', async () => {
    await fc.assert(
      fc.asyncProperty(verb, client, fc.boolean(), async ([said, kind], [name, id], isFirst) => {
        const typed = isFirst ? `${name} ${said}` : `${said} ${name}`;
        const [command, ...whom] = (await read(typed)).split(' ');
        const [only] = whom.length === 1 && whom[0] === id ? [id] : [clientIdOf(whom.join(' '))];
        // A force is its verb and then its client.
        if (kind === 'force' && isFirst) {
          expect(await read(typed)).toBe(`? force ${id}`);
          return;
        }
        expect([typed, command, only]).toEqual([typed, kind, id]);
      }),
    );
  });

  it('no sentence of other words ends anybody', async () => {
    const other = fc.constantFrom(
      'wechat',
      '微信',
      'now',
      'xyzzy',
      'messages',
      '备份',
      'all',
      'how',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(other, { minLength: 1, maxLength: 4 }), async (typed) => {
        expect(await read(typed)).toMatch(/^(?:\?|offer )/);
      }),
    );
  });

  const clientIdOf = (name: string): string | undefined =>
    clients.find((one) =>
      spokenNames(one).some((called) => called.toLowerCase() === name.toLowerCase()),
    )?.id;
});
