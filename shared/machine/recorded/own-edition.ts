import { editionsOn, type Client, type Edition } from '../../core/client.ts';
import type { ClientId, Platform } from '../../core/model.ts';
import type { Hider } from './hider.ts';
import type { OwnEdition, OwnPattern } from '../../schema/recording-shape.ts';

/** Our own practice client is nobody's secret; any other that a user described may be. */
const PRACTICE = 'practice';

/** What a client is called in a recording. */
export const hiddenId = ({ id, origin }: Client, hide: Hider): ClientId =>
  origin === 'catalogue' || id === PRACTICE ? id : hide.word(id, 'client');

/** How a client of the user's is known, in the same words as its processes; none for the catalogue's. */
export function hiddenEditions(
  client: Client,
  platform: Platform,
  hide: Hider,
): readonly OwnEdition[] | undefined {
  if (client.origin === 'catalogue') return undefined;
  const pattern = ({ exe, script, sandbox, belowRoot }: OwnPattern): OwnPattern => ({
    exe: hiddenTemplate(exe, hide),
    ...(script === undefined ? {} : { script: hiddenTemplate(script, hide) }),
    ...(sandbox === undefined ? {} : { sandbox: hide.word(sandbox) }),
    ...(belowRoot === undefined ? {} : { belowRoot }),
  });
  return editionsOn(client, platform).map((edition) => ({
    roots: edition.roots.map(pattern),
    helpers: edition.helpers.map(pattern),
    tray: {
      ids: edition.tray.ids.map((id) => hide.word(id)),
      quitLabels: edition.tray.quitLabels.map((label) => hide.word(label, 'label')),
      ...(edition.tray.bus === undefined ? {} : { bus: hide.word(edition.tray.bus, 'bus') }),
    },
    closeQuits: edition.closeQuits,
  }));
}

/** A template keeps its places and its stars; a name in which only a part is a star becomes a star. */
const hiddenTemplate = (template: string, hide: Hider): string =>
  hide
    .path(template.replace(/[^/]*[*?[][^/]*/g, (part) => (part === '**' ? '**' : '*')))
    .split('/')
    .map((part) => part.replace(/^\{(user|host)\}$/, '?$1?'))
    .join('/');

/** A client of a recording, as the core has clients. */
export const recordedEdition = (own: OwnEdition, at: number, platform: Platform): Edition => {
  const fact = { source: 'recording', confidence: 'high' } as const;
  return {
    ...own,
    id: `own-${at + 1}`,
    platform,
    roots: own.roots.map((one) => ({ ...one, ...fact, name: 'common' })),
    helpers: own.helpers.map((one) => ({ ...one, ...fact })),
    bundleIds: [],
    windowClasses: [],
    data: [],
    files: [],
    never: [],
    notes: [],
    sources: [fact.source],
  };
};
