import type { Verdict } from '../../shared/core/model.ts';
import type { ReceiptKind, Result } from '../../shared/core/receipt.ts';
import type { Behaviour } from '../../shared/practice/behaviour.ts';
import type { Language } from '../src/language.ts';

export type DeviceId = 'mk2' | 'xl' | 'plus' | 'mini' | 'neo' | 'pedal';
export type HostId = 'elgato' | 'opendeck' | 'old';

/** A place on the deck: `key:COLUMN,ROW` or `dial:COLUMN`. */
export type Slot = string;

/** An action that can be dragged onto the deck. */
export interface PaletteAction {
  readonly uuid: string;
  readonly name: string;
  readonly tooltip: string;
  /** Address of its picture. */
  readonly icon: string;
  readonly controllers: readonly ('Keypad' | 'Encoder')[];
}

/** An action that lies on the deck. */
export interface Placed {
  readonly slot: Slot;
  readonly context: string;
  readonly action: string;
  readonly name: string;
  /** What the plugin last sent: `data:image/svg+xml…`; undefined until it sent something. */
  readonly image?: string | undefined;
  /** Spoken by a screen reader: the words of the image. */
  readonly label: string;
  /** Absent where it acts on the practice client. */
  readonly real?: Real | undefined;
}

/** A key that acts on real clients. */
export interface Real {
  /** Whose name; undefined for all clients that are running. */
  readonly name?: string | undefined;
  /** A person said that it may be pressed. */
  readonly isAllowed: boolean;
}

/** How a request of a key ended, as its receipt says. */
export interface Ending {
  readonly name: string;
  readonly isPractice: boolean;
  readonly request: ReceiptKind;
  readonly result: Result;
  readonly verdict: Verdict;
  /** Of a purge that removed something: how much, and where it went. */
  readonly size?: string;
  readonly to?: 'trash' | 'nowhere';
}

export interface DeckState {
  readonly device: DeviceId;
  readonly columns: number;
  readonly rows: number;
  /** Number of dials, each below a part of the touch strip. */
  readonly dials: number;
  readonly host: HostId;
  /** In which the keys speak, and so the page. */
  readonly language: Language;
  readonly placed: readonly Placed[];
  readonly palette: readonly PaletteAction[];
  /** The plugin's process. */
  readonly plugin: { readonly state: 'starting' | 'running' | 'ended'; readonly pid?: number };
  readonly inspecting?: string | undefined;
}

/** A process of the practice client; those that left stay in the list, so that one sees them go. */
export interface PracticeProcess {
  readonly pid: number;
  readonly name: string;
  readonly role: 'root' | 'helper';
  readonly isThere: boolean;
}

export interface PracticeState {
  readonly temper?: Behaviour;
  readonly processes: readonly PracticeProcess[];
  readonly icon: 'shown' | 'gone' | 'unknown';
  /** Something is being started or stopped. */
  readonly isBusy: boolean;
}

/** One message of the protocol between host and plugin, as the log shows it. */
export interface LogLine {
  readonly at: number;
  readonly from: 'host' | 'plugin' | 'inspector';
  readonly event: string;
  /** Shortened JSON: images are cut. */
  readonly text: string;
}

/** Server to page. */
export type ToPage =
  | { readonly kind: 'deck'; readonly deck: DeckState }
  /** The plugin painted one place. */
  | {
      readonly kind: 'image';
      readonly context: string;
      readonly image: string;
      readonly label: string;
    }
  /** The tick or the warning sign that a host lays over a key for a second. */
  | { readonly kind: 'sign'; readonly context: string; readonly sign: 'ok' | 'alert' }
  | { readonly kind: 'log'; readonly lines: readonly LogLine[] }
  | { readonly kind: 'practice'; readonly practice: PracticeState }
  /** What to hand to the inspector's `connectElgatoStreamDeckSocket`; its page lies at `url`. */
  | {
      readonly kind: 'inspector';
      readonly url: string;
      readonly arguments: readonly [
        port: number,
        uuid: string,
        event: string,
        info: string,
        action: string,
      ];
    }
  | { readonly kind: 'notice'; readonly text: string }
  /** A settings page asks for a web page. */
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'ended'; readonly ending: Ending }
  /** A key was pressed that acts on a real client, before a person allowed it: nothing was done. */
  | { readonly kind: 'real'; readonly slot: Slot };

/** Page to server. */
export type FromPage =
  | { readonly do: 'press' | 'release'; readonly slot: Slot }
  | { readonly do: 'rotate'; readonly slot: Slot; readonly ticks: number }
  | { readonly do: 'touch'; readonly slot: Slot; readonly hold: boolean }
  | { readonly do: 'place'; readonly action: string; readonly slot: Slot }
  | { readonly do: 'move'; readonly from: Slot; readonly to: Slot }
  | { readonly do: 'clear'; readonly slot: Slot }
  | { readonly do: 'inspect'; readonly slot: Slot }
  | { readonly do: 'close-inspector' }
  | { readonly do: 'device'; readonly device: DeviceId }
  | { readonly do: 'host'; readonly host: HostId }
  | { readonly do: 'language'; readonly language: Language }
  /** Lets a key act on its real client; `practise` gives it the practice client instead. */
  | { readonly do: 'allow' | 'practise'; readonly slot: Slot }
  | { readonly do: 'practice-start'; readonly temper: Behaviour }
  | { readonly do: 'practice-stop' }
  /** The computer wakes from sleep, as the host says it. */
  | { readonly do: 'wake' };
