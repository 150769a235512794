import { LOCK } from './files.ts';
import { homeAt } from './home.ts';
import { quitLabel } from './labels.ts';

export interface Described {
  readonly home: string;
  /** The real path of the program that runs our scripts. */
  readonly node: string;
  /** Address of the private bus; undefined on the session's own. */
  readonly bus?: string | undefined;
}

/** What the user's clients folder says of the practice client (`clean-exit/client/1`). */
export function practiceClientFile({ home, node, bus }: Described) {
  const { rootScript, helperScript, data } = homeAt(home);
  return {
    schema: 'clean-exit/client/1',
    id: 'practice',
    name: 'Practice',
    nameZh: '练习客户端',
    editions: [
      {
        id: 'practice',
        platform: 'linux',
        roots: [{ exe: node, script: rootScript }],
        helpers: [{ exe: node, script: helperScript }],
        tray: {
          ids: ['practice'],
          quitLabels: [quitLabel('zh'), quitLabel('en')],
          ...(bus === undefined ? {} : { bus }),
        },
        closeQuits: false,
        data: [{ name: 'practice_files', path: data }],
        files: [
          { glob: '{practice_files}/*/cache/????-??/Emoticon/**', tier: 'cache' },
          { glob: '{practice_files}/*/cache/????-??/HttpResource/**', tier: 'cache' },
          { glob: '{practice_files}/*/temp/**', tier: 'cache' },
          { glob: '{practice_files}/log/**', tier: 'cache' },
          { glob: `{practice_files}/${LOCK}`, tier: 'leftover' },
          { glob: '{practice_files}/*/msg/file/**', tier: 'your-files' },
        ],
        settings: [{ path: '{practice_files}/all_users' }, { path: '{practice_files}/*/config' }],
        never: [
          '{practice_files}/*/db_storage/**',
          '{practice_files}/*/config/**',
          '{practice_files}/all_users/**',
        ],
        accounts: [{ glob: '{practice_files}/*', has: 'db_storage' }],
        quietMs: 1_000,
      },
    ],
  } as const;
}
