import { type Fitted, fit, fits } from './fit.ts';
import { plain } from './xml.ts';

/** Words behind a name that tell no two clients apart on one deck. */
const BEHIND =
  /[\s_-]+(?:desktop|messenger|client|app|application|beta|preview|for (?:linux|windows|mac|macos|desktop|work|business))$|\s*(?:客户端|用戶端|客戶端|クライアント|桌面版|电脑版|電腦版)$/iu;
const BESIDE = /\s*[([（【].*?[)\]）】]\s*/gu;
/** A maker before the name of its product. */
const BEFORE = /^(?:microsoft|google|tencent|facebook|meta|the)\s+(?=\S)/iu;

/** A name and what may stand for it, each shorter than the one before; the shortest still has a letter. */
export function shorterNames(name: string): readonly string[] {
  const names = [plain(name)];
  for (const part of [BESIDE, BEHIND, BEHIND, BEFORE]) {
    const last = names.at(-1) ?? '';
    const next = plain(last.replace(part, part === BESIDE ? ' ' : ''));
    if (next !== '' && next !== last) names.push(next);
  }
  return names;
}

/** The longest of a name's short forms that fits; where none does, the shortest, cut behind a word. */
export function shortName(name: string, space: number, least: number, most: number): Fitted {
  const names = shorterNames(name);
  const best = names.find((one) => fits(one, space, least)) ?? names.at(-1) ?? '';
  return fit(best, space, least, most);
}
