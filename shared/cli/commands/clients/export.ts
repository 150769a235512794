import { PROTECTED } from '../../../clients/protected.ts';
import { cleanerOf } from '../../cleanerml/cleaner.ts';
import { cleanerXml } from '../../cleanerml/xml.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { resolveClients } from '../../resolve-clients.ts';

/** Writes the cache of one client as a cleaner for BleachBit on Linux. */
export function exportClient(context: Context, id: string): ExitCode {
  const { screen, lang, machine } = context;
  const say = words(lang);
  const [client, ...more] = resolveClients(context, [id]);
  if (!client || more.length > 0)
    throw new UsageError(say.clients.exportOne, say.clients.exportOneNext);
  const cleaner = cleanerOf(client, PROTECTED, machine.places);
  if (!cleaner)
    throw new UsageError(
      say.clients.exportNothing(client.id),
      say.clients.exportNothingNext(client.id),
    );
  for (const line of cleanerXml(cleaner, client.name).trimEnd().split('\n')) screen.verbatim(line);
  return 0;
}
