import { cleanLabel } from './menu-label.ts';

/** The word for quitting in one language. */
export interface QuitWord {
  readonly lang: string;
  /** As the toolkit writes it, with its mnemonic. */
  readonly word: string;
  /** What joins the word to the name of a client in front of it: "Telegramを終了する". */
  readonly before?: string;
  /** What joins it to the name behind it: "Esci da Telegram". */
  readonly behind?: string;
}

const folded = (text: string): string =>
  cleanLabel(text)
    .toLowerCase()
    .replace(/[\u2019\u02bc]/g, "'");

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Tests whether a whole label is one of the words, alone or with one of the names: "Exit full screen", 退出登录
 * (sign out) and "Salir del grupo" are something else.
 */
export function quitWordTest(
  words: readonly QuitWord[],
  names: readonly string[],
): (label: string) => boolean {
  const name = [...new Set(names.map(folded))].map(quoted).join('|');
  const forms = words.map(({ word, before = '', behind = '' }) => {
    const [said, after, ahead] = [word, behind, before].map((one) => quoted(folded(one)));
    return `${said}(?: ?(?:${after})? ?(?:${name}))?|(?:${name}) ?(?:${ahead})? ?${said}`;
  });
  const quit = new RegExp(`^(?:${forms.join('|')})$`, 'u');
  return (label) => quit.test(folded(label));
}
