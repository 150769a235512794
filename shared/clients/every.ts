/** What people type, in small letters, where they mean every client. */
export const EVERY: readonly string[] = ['all', 'everything', 'everyone', '全部', '所有', '一切'];
