import { quitWordTest, type QuitWord } from '../core/quit-words.ts';
import { clients } from './index.ts';

/**
 * The word for quitting in the languages that a toolkit speaks. Source of the words: GTK's own translations
 * of `_Quit` (Debian 12, libgtk-3-common 3.24.38, gtk30.mo), without those that only say "close" or "cancel"
 * (hr, km, my, ne). Source of what joins them to a name: `lng_quit_from_tray` in the language files of
 * telegramdesktop/tdesktop, and its issue 48 for Italian. English and Chinese: the clients' own menus.
 */
const QUIT_WORDS: readonly QuitWord[] = [
  ...both('退出', '结束', 'Quit', 'Exit'),
  { lang: 'zh_HK', word: '結束(_Q)' },
  { lang: 'af', word: '_Sluit af' },
  { lang: 'ar', word: 'أ_نهِ' },
  { lang: 'ast', word: '_Colar' },
  { lang: 'be', word: '_Выйсці' },
  { lang: 'bn', word: 'প্রস্থান (_Q)' },
  { lang: 'br', word: '_Kuitaat' },
  { lang: 'bs', word: '_Izlaz' },
  { lang: 'ca', word: '_Surt', behind: 'del' },
  { lang: 'crh', word: '_Terk Et' },
  { lang: 'cs', word: 'U_končit' },
  { lang: 'cy', word: '_Gadael' },
  { lang: 'da', word: '_Afslut' },
  { lang: 'de', word: '_Beenden' },
  { lang: 'eo', word: 'Ĉ_esi' },
  { lang: 'es', word: '_Salir', behind: 'de' },
  { lang: 'et', word: '_Lõpeta' },
  { lang: 'eu', word: 'I_rten' },
  { lang: 'fa', word: '_ترک' },
  { lang: 'fi', word: '_Lopeta' },
  { lang: 'fr', word: '_Quitter' },
  { lang: 'ga', word: '_Scoir' },
  { lang: 'gl', word: '_Saír' },
  { lang: 'gu', word: 'બહાર નીકળો (_Q)' },
  { lang: 'he', word: 'י_ציאה' },
  { lang: 'hi', word: 'बाहर जाएँ (_Q)' },
  { lang: 'hu', word: '_Kilépés' },
  { lang: 'id', word: '_Keluar' },
  { lang: 'is', word: '_Hætta' },
  { lang: 'it', word: '_Esci', behind: 'da' },
  { lang: 'ja', word: '終了(_Q)', before: 'を' },
  { lang: 'ja', word: '終了する', before: 'を' },
  { lang: 'ka', word: '_გასვლა' },
  { lang: 'kk', word: '_Шығу' },
  { lang: 'kn', word: 'ಬಿಟ್ಟು ಬಿಡು (_Q)' },
  { lang: 'ko', word: '끝내기(_Q)' },
  { lang: 'ky', word: '_Чыгуу' },
  { lang: 'lt', word: 'Išei_ti' },
  { lang: 'lv', word: '_Iziet' },
  { lang: 'ml', word: '_പുറത്ത് കടക്കുക' },
  { lang: 'mr', word: 'बाहेर पडा (_Q)' },
  { lang: 'ms', word: 'Ke_luar' },
  { lang: 'nb', word: 'A_vslutt' },
  { lang: 'nl', word: 'A_fsluiten' },
  { lang: 'oc', word: '_Quitar' },
  { lang: 'or', word: 'ବିଦାୟ ନିଅନ୍ତୁ (_Q)' },
  { lang: 'pa', word: 'ਬਾਹਰ(_Q)' },
  { lang: 'pl', word: 'Za_kończ' },
  { lang: 'pt', word: '_Sair', behind: 'do' },
  { lang: 'ro', word: '_Ieșire' },
  { lang: 'ru', word: 'В_ыйти', behind: 'из' },
  { lang: 'sk', word: 'U_končiť' },
  { lang: 'sl', word: '_Končaj' },
  { lang: 'sq', word: '_Dalja' },
  { lang: 'sr', word: '_Изађи' },
  { lang: 'sr@latin', word: '_Izađi' },
  { lang: 'sv', word: 'A_vsluta' },
  { lang: 'ta', word: 'வெளியேறு (_Q)' },
  { lang: 'te', word: 'నిష్క్రమించు (_Q)' },
  { lang: 'tg', word: '_Хуруҷ' },
  { lang: 'th', word: '_ออก' },
  { lang: 'tr', word: '_Çık', before: '’dan' },
  { lang: 'ug', word: 'ئاخىرلاشتۇر(_Q)' },
  { lang: 'uk', word: 'Ви_йти', behind: 'з' },
  { lang: 'uz', word: '_Chiqish' },
  { lang: 'vi', word: 'T_hoát' },
];

function both(...words: readonly string[]): readonly QuitWord[] {
  return words.map((word) => ({ lang: 'zh_CN, en', word }));
}

/** What a menu may call a client: without package names, which nobody reads. */
const names = (): readonly string[] =>
  clients
    .flatMap(({ id, name, nameZh, aliases = [] }) => [id, name, nameZh, ...aliases])
    .filter((name) => !name.includes('.'));

let isQuit: ((label: string) => boolean) | undefined;

/** Whether the whole label is a word for quitting, alone or with the name of a client. */
export function isQuitWord(label: string): boolean {
  // Compiled when a menu is first read: most starts read none.
  isQuit ??= quitWordTest(QUIT_WORDS, names());
  return isQuit(label);
}
