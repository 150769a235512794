import type { Observer } from '../observer.ts';

/** The clients that have files here; one file is enough to know. Where that would raise a question, their programs do. */
export async function findInstalled(engine: Observer): Promise<ReadonlySet<string>> {
  const { clients } = await engine.catalogue();
  const installed = new Set<string>();
  for (const { id } of clients) {
    const size = await engine.measure(id, ['cache', 'leftover'], 1);
    const isHere = size.known
      ? size.value.files > 0
      : size.why.code === 'too-many' || (await engine.isInstalled(id));
    if (isHere) installed.add(id);
  }
  return installed;
}
