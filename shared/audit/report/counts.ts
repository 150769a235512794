import type { RequestRow } from './row.ts';

/** How many requests of one client came to which result. */
export interface ClientCount {
  readonly client: string;
  readonly all: number;
  readonly results: ReadonlyMap<string, number>;
}

/** By client, the most asked for first. Summaries are no requests of their own. */
export function countsOf(rows: readonly RequestRow[]): readonly ClientCount[] {
  const clients = new Map<string, Map<string, number>>();
  for (const { client, result } of rows) {
    if (result === 'summary') continue;
    const results = clients.get(client) ?? new Map<string, number>();
    results.set(result, (results.get(result) ?? 0) + 1);
    clients.set(client, results);
  }
  return [...clients]
    .map(([client, results]) => ({
      ...{ client, results },
      all: [...results.values()].reduce((sum, count) => sum + count, 0),
    }))
    .sort((a, b) => b.all - a.all || (a.client < b.client ? -1 : 1));
}
