import type { ConsoleMessage, Page } from 'playwright-core';
import type { Choice, ToInspector } from '../../../streamdeck/src/messages.ts';
import { openSite, type Said, type Site } from './site.ts';

export const UUID = 'inspector-1';

/** The inspector of one key, opened in a browser, and its host. */
export interface Opened {
  readonly page: Page;
  readonly site: Site;
  /** What the browser complained about; a violated policy among it. */
  readonly complaints: readonly string[];
  /** Tells a state, as the plugin would. */
  readonly tell: (state: Partial<ToInspector>) => void;
  /** The settings that the page saves next. */
  readonly saved: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export const client = (
  id: string,
  presence: Choice['presence'] = 'gone',
  installed = presence !== 'gone',
): Choice => ({ id, name: id.toUpperCase(), presence, installed });

export const FACE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="144" height="144"/>',
)}`;

const STATE: ToInspector = {
  tell: 'state',
  clients: [client('wechat', 'in-tray'), client('qq', 'gone', true), client('slack')],
  face: FACE,
  platform: 'linux',
  language: 'auto',
  unseen: [],
  doubts: [],
  isInMultiAction: false,
  problems: [],
};

export interface Key {
  readonly kind: string;
  readonly settings?: object;
  readonly language?: string;
  readonly colors?: object;
  readonly width?: number;
}

/** Opens the inspector as a host does, for a key of one action, in a page that may have shown another. */
export async function openInspector(page: Page, key: Key): Promise<Opened> {
  const site = await openSite();
  const complaints: string[] = [];
  const failed = (error: Error): unknown => complaints.push(error.message);
  const logged = (line: ConsoleMessage): unknown =>
    line.type() === 'error' && complaints.push(line.text());
  page.on('pageerror', failed);
  page.on('console', logged);
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: key.width ?? 320, height: 640 });
  await page.goto(`http://127.0.0.1:${site.port}/inspector.html`);
  const info = { application: { language: key.language ?? 'en' }, colors: key.colors };
  const actionInfo = {
    action: `org.clean-exit.keys.${key.kind}`,
    context: 'key-1',
    device: 'deck-1',
    payload: { settings: key.settings ?? {}, controller: 'Keypad', isInMultiAction: false },
  };
  await page.evaluate(
    ([port, uuid, ...rest]) => {
      const entrance: unknown = Reflect.get(globalThis, 'connectElgatoStreamDeckSocket');
      (entrance as (...all: readonly unknown[]) => void)(port, uuid, ...rest);
    },
    [
      site.port,
      UUID,
      'registerPropertyInspector',
      JSON.stringify(info),
      JSON.stringify(actionInfo),
    ] as const,
  );
  return {
    page,
    site,
    complaints,
    tell: (state) =>
      site.say({ event: 'sendToPropertyInspector', payload: { ...STATE, ...state } }),
    saved: async () => payloadOf(await site.hear('setSettings')),
    close: async () => {
      page.off('pageerror', failed);
      page.off('console', logged);
      // A page that is still open calls its host again, and the next key's test would hear that.
      await page.goto('about:blank');
      await site.close();
    },
  };
}

export const payloadOf = (message: Said): unknown => message['payload'];
