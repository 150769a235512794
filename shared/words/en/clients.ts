/** The catalogue, and what is known about one client. */
export const clients = {
  noSuchClient: (name: string) => `There is no client called "${name}".`,
  known: (ids: string) => `Known: ${ids}`,
  oneClient: 'A program belongs to one client: name that client, not "all".',
  elsewhere: (ids: string) => `other editions: ${ids} (show them with --all)`,
  heads: { id: 'id', name: 'name', systems: 'systems', tiers: 'can remove', sure: 'how sure' },
  says: (sure: string, source: string) => `(${sure}: ${source})`,
  notes: (count: number, client: string) =>
    `${count} more notes: clean-exit clients show ${client} --lang en`,
  noTiers: 'exit only',
  onlyLooked: 'measured, never removed',
  quitsBy: 'quit menu',
  files: 'folders',
  never: 'never',
  stillWrites: 'writes after exit',
  exitOnly: 'exit only; no files are removed',
  exportOne: 'A cleaner is exported for one client.',
  exportOneNext: 'Name one client: clean-exit clients export --format cleanerml slack',
  exportNothing: (client: string) =>
    `"${client}" has nothing to export: no cache of it is known on Linux.`,
  exportNothingNext: (client: string) =>
    `To see what is known about it: clean-exit clients show ${client}`,
};
