/** What people type, in small letters, where they mean every client. */
export const EVERY: readonly string[] = ['all', '全部'];
