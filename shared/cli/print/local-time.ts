/** `2026-11-25 11:39:43` where the reader is; the receipt itself says UTC. */
export const localTime = (at: string): string => {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
    .toISOString()
    .replace('T', ' ')
    .slice(0, 19);
};
