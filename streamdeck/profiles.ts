import { DECKS, type DeckId } from './decks.ts';
import { LEAVING, type Laid } from './leaving.ts';

/** What a profile needs to know of the plugin that it is bundled with. */
export interface Bundle {
  readonly uuid: string;
  readonly version: string;
  readonly name: string;
  /** Names of the actions, without the plugin's own. */
  readonly actionNames: Readonly<Record<string, string>>;
  /** The same number for the same text: profiles are the same in every build. */
  readonly uuidOf: (text: string) => string;
}

/**
 * The files inside a `.streamDeckProfile` of version 3.0, by path; a path that ends in `/` is a folder, which
 * has to be there. Elgato documents none of it; what is known was read in profiles that others bundle: every
 * controller needs its type, and `Default` has to be another page than those that are shown.
 * Not yet imported by a real Stream Deck program.
 */
export function profileFiles(device: DeckId, bundle: Bundle): Readonly<Record<string, string>> {
  const id = (text: string): string => bundle.uuidOf(`${device} ${text}`);
  const folder = `${id('profile').toUpperCase()}.sdProfile`;
  const [shown, empty] = [id('page'), id('default page')];
  const { model, dials } = DECKS[device];
  const page = (laid: readonly Laid[]): object => ({
    Controllers: [
      { Actions: actionsOf(laid, 'key', bundle, id), Type: 'Keypad' },
      ...(dials > 0 ? [{ Actions: actionsOf(laid, 'dial', bundle, id), Type: 'Encoder' }] : []),
    ],
    Icon: '',
    Name: '',
  });
  const profile = {
    Device: { Model: model, UUID: '' },
    InstalledByPluginUUID: bundle.uuid,
    Name: 'Leaving the desk',
    Pages: { Current: shown, Default: empty, Pages: [shown] },
    PreconfiguredName: 'Leaving the desk',
    Version: '3.0',
  };
  const at = (name: string): string => `${folder}/Profiles/${name.toUpperCase()}/`;
  return {
    [`${folder}/`]: '',
    [`${folder}/manifest.json`]: JSON.stringify(profile),
    [`${folder}/Profiles/`]: '',
    [at(shown)]: '',
    [`${at(shown)}Images/`]: '',
    [`${at(shown)}manifest.json`]: JSON.stringify(page(LEAVING[device])),
    [at(empty)]: '',
    [`${at(empty)}Images/`]: '',
    [`${at(empty)}manifest.json`]: JSON.stringify(page([])),
  };
}

/** The actions of one controller by `COLUMN,ROW`; `null` where there are none, as the program writes it. */
function actionsOf(
  laid: readonly Laid[],
  kind: 'key' | 'dial',
  { uuid, version, name, actionNames }: Bundle,
  id: (text: string) => string,
): object | null {
  const mine = laid.filter(({ slot }) => slot.startsWith(`${kind}:`));
  if (mine.length === 0) return null;
  return Object.fromEntries(
    mine.map(({ slot, action, settings }) => {
      const at = slot.slice(kind.length + 1);
      return [
        at.includes(',') ? at : `${at},0`,
        {
          ActionID: id(slot),
          LinkedTitle: false,
          Name: actionNames[action] ?? action,
          Plugin: { Name: name, UUID: uuid, Version: version },
          Resources: null,
          Settings: settings,
          State: 0,
          States: [{ ShowTitle: false }],
          UUID: `${uuid}.${action}`,
        },
      ];
    }),
  );
}
