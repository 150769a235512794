/// <reference lib="dom" />
import { FULL_DISK_ACCESS, listen } from './controls.ts';
import { byId } from './dom.ts';
import { readGiven } from './given.ts';
import { connectHost } from './host.ts';
import { choiceOf, type Page, spoken, withState } from './page.ts';
import { showClients } from './show-clients.ts';
import { listenToDoubts, showDoubts } from './show-doubts.ts';
import { showNotes } from './show-notes.ts';
import { showSettings, showTime } from './show-settings.ts';
import { showState } from './show-state.ts';
import { showHead } from './show-head.ts';
import { showWords } from './show-words.ts';
import { SUPPORT } from './support.ts';
import { showTheme } from './theme.ts';

/** The one entrance, which every host calls with these five. */
function connectElgatoStreamDeckSocket(
  port: number | string,
  uuid: string,
  register: string,
  info: string,
  actionInfo: string,
): void {
  const given = readGiven(info, actionInfo);
  const { action } = given;
  let page: Page = { given, raw: given.raw, isLost: false };
  const become = (next: Page): void => {
    const isOther = next.raw !== page.raw || choiceOf(next) !== choiceOf(page);
    page = next;
    show(page, isOther);
  };
  const host = connectHost(Number(port), uuid, register, {
    open: () => {
      host.say({ event: 'sendToPlugin', action, payload: { ask: 'state' } });
      host.say({ event: 'getSettings' });
    },
    heard: (heard) =>
      become(heard.kind === 'state' ? withState(page, heard.sent) : { ...page, raw: heard.raw }),
    lost: () => become({ ...page, isLost: true }),
  });
  listen({
    set: (field, value) => {
      // Fields that this version does not know belong to another, and stay.
      become({ ...page, raw: { ...page.raw, [field]: value } });
      host.say({ event: 'setSettings', payload: page.raw });
    },
    slide: (slider) => showTime(page, slider, slider.valueAsNumber),
    speak: (language) => {
      become({ ...page, chosen: language });
      host.say({ event: 'sendToPlugin', action, payload: { say: 'language', language } });
    },
    openSupport: () => host.say({ event: 'openUrl', payload: { url: SUPPORT } }),
    openSettings: () => host.say({ event: 'openUrl', payload: { url: FULL_DISK_ACCESS } }),
  });
  listenToDoubts((settle, client, place) =>
    host.say({ event: 'sendToPlugin', action, payload: { settle, client, place } }),
  );
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', () =>
    showTheme(given.colours),
  );
  showTheme(given.colours);
  show(page, true);
  document.body.hidden = false;
}

/** The face may change ten times a second; controls under a hand only when they must. */
function show(page: Page, isOther: boolean): void {
  if (isOther) showWords(spoken(page));
  if (isOther) showSettings(page);
  showHead(page);
  showState(page);
  showClients(page);
  showDoubts(page);
  showNotes(page);
  byId('settings', HTMLFormElement).inert = page.isLost;
}

Object.assign(globalThis, { connectElgatoStreamDeckSocket });
