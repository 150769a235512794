import path from 'node:path';
import type {
  default as StreamDeck,
  DeviceDidDisconnectEvent,
  DialAction,
  DialRotateEvent,
  DidReceiveDeepLinkEvent,
  DidReceiveGlobalSettingsEvent,
  DidReceiveSettingsEvent,
  KeyAction,
  SendToPluginEvent,
  TouchTapEvent,
  WillAppearEvent,
} from '@elgato/streamdeck';
import type { JsonObject, JsonValue } from '@elgato/utils';
import { Deck } from './deck.ts';
import { asBase64 } from './face.ts';
import { isFromInspector } from './from-inspector.ts';
import { guarded } from './guarded.ts';
import type { Appearance, Host } from './host.ts';
import { linkOf } from './link.ts';
import { thisComputer } from './dependencies.ts';

type Placed = KeyAction | DialAction;
/** What most events tell: whose they are. */
type Of = { readonly action: { readonly id: string } };

type Sdk = typeof StreamDeck;

/** On the deck and in the window (`Target.HardwareAndSoftware`); some hosts cannot do without it. */
const EVERYWHERE = { target: 0 };

/** Joins the SDK and the deck. Every event is guarded: what one of them throws is a line in the log. */
export function join(streamDeck: Sdk, cancelled: AbortSignal, log: Host['log']): Deck {
  const guard = guarded(log);
  const send = (what: string, promise: Promise<unknown> | undefined): void => {
    promise?.catch((error: unknown) => log(what, error));
  };
  const placed = (context: string): Placed | undefined => streamDeck.actions.getActionById(context);
  const host: Host = {
    paint: (context, picture) => {
      const one = placed(context);
      send(
        'picture',
        one?.isDial()
          ? one.setFeedback({ face: asBase64(picture) })
          : one?.setImage(picture, EVERYWHERE),
      );
    },
    alert: (context) => send('alert', placed(context)?.showAlert()),
    save: (context, settings) =>
      send('settings', placed(context)?.setSettings(settings as JsonObject)),
    saveLanguage: (language) =>
      send('language', streamDeck.settings.setGlobalSettings({ language })),
    sendToInspector: (context, message) => {
      if (streamDeck.ui.action?.id === context)
        send('inspector', streamDeck.ui.sendToPropertyInspector(message as unknown as JsonObject));
    },
    log,
  };
  const deck = new Deck(
    thisComputer(host, {
      language: streamDeck.info.application.language,
      cancelled,
      worker: path.join(import.meta.dirname, 'worker.cjs'),
    }),
  );
  const { actions, devices, system, settings, ui } = streamDeck;
  actions.onWillAppear(
    guard(({ action, payload }: WillAppearEvent<JsonObject>) =>
      deck.appear(appearance(action, payload)),
    ),
  );
  actions.onWillDisappear(guard(({ action }: Of) => deck.disappear(action.id)));
  actions.onKeyDown(guard(({ action }: Of) => deck.down(action.id)));
  actions.onKeyUp(guard(({ action }: Of) => deck.up(action.id)));
  actions.onDialDown(guard(({ action }: Of) => deck.down(action.id)));
  actions.onDialUp(guard(({ action }: Of) => deck.up(action.id)));
  actions.onDialRotate(
    guard(({ action, payload }: DialRotateEvent<JsonObject>) =>
      deck.turn(action.id, payload.ticks),
    ),
  );
  actions.onTouchTap(
    guard(({ action, payload }: TouchTapEvent<JsonObject>) => deck.touch(action.id, payload.hold)),
  );
  settings.onDidReceiveSettings(
    guard(({ action, payload }: DidReceiveSettingsEvent<JsonObject>) =>
      deck.settings(action.id, payload.settings),
    ),
  );
  settings.onDidReceiveGlobalSettings(
    guard(({ settings: { language } }: DidReceiveGlobalSettingsEvent<JsonObject>) => {
      if (typeof language === 'string') deck.language(language);
    }),
  );
  ui.onDidAppear(guard(({ action }: Of) => deck.inspect(action.id)));
  ui.onDidDisappear(guard(({ action }: Of) => deck.leaveInspector(action.id)));
  ui.onSendToPlugin(
    guard(({ action, payload }: SendToPluginEvent<JsonValue, JsonObject>) => {
      if (isFromInspector(payload)) deck.hear(action.id, payload);
      else log(`not understood from the inspector: ${JSON.stringify(payload)}`);
    }),
  );
  devices.onDeviceDidDisconnect(
    guard(({ device }: DeviceDidDisconnectEvent) => deck.unplugged(device.id)),
  );
  system.onApplicationDidLaunch(guard(deck.look));
  system.onApplicationDidTerminate(guard(deck.look));
  system.onSystemDidWakeUp(guard(() => deck.wake()));
  listenForLinks(streamDeck, deck, guard, log, send);
  // Never awaited: one real host never answers.
  send('global settings', streamDeck.settings.getGlobalSettings());
  return deck;
}

const appearance = (
  action: Placed,
  { isInMultiAction, settings }: { readonly isInMultiAction?: boolean; readonly settings: unknown },
): Appearance => ({
  context: action.id,
  device: action.device.id,
  uuid: action.manifestId,
  isDial: action.isDial(),
  isInMultiAction: isInMultiAction ?? false,
  settings,
});

/** `streamdeck://plugins/message/<uuid>/exit/<client>`, in OpenDeck `openaction://` as well; hosts before 6.5 have no such thing, and it throws. */
function listenForLinks(
  streamDeck: Sdk,
  deck: Deck,
  guard: ReturnType<typeof guarded>,
  log: Host['log'],
  send: (what: string, promise: Promise<unknown>) => void,
): void {
  try {
    streamDeck.system.onDidReceiveDeepLink(
      guard(({ url }: DidReceiveDeepLinkEvent) => {
        const client = linkOf(url.path);
        if (client === undefined) log(`link not understood: ${url.path}`);
        else send('link', deck.exitByLink(client));
      }),
    );
  } catch {
    log(`no links on this host: ${streamDeck.info.application.version}`);
  }
}
