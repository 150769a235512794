/** The words of commander 14 (its lib/command.js and lib/help.js), as its help has them. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '全局选项：',
  'Commands:': '命令：',
};

export const titleInChinese = (title: string): string => TITLES[title] ?? title;

/** `clean-exit exit [options] <client...>`: words in square brackets are commander's. */
export const usageInChinese = (usage: string): string =>
  usage.replaceAll('[options]', '[选项]').replaceAll('[command]', '[命令]');

/** `(choices: "en", "zh", default: "polite")` behind a description. */
export const extrasInChinese = (description: string): string =>
  description.replace(/ ?\((?:choices|default|preset|env): .*\)$/, (extras) =>
    extras
      .trim()
      .replace(/^\((.*)\)$/, '（$1）')
      .replace(/choices: /, '可选：')
      .replace(/,? ?default: /, (found) => (found.startsWith(',') ? '；默认：' : '默认：')),
  );

/** Each message of commander with what it names, and the same in Chinese. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^missing required argument '(.*)'$/, '缺少参数 $1'],
  [/^option '(.*)' argument missing$/, '选项 $1 缺少值'],
  [/^required option '(.*)' not specified$/, '缺少必需的选项 $1'],
  [/^unknown option '(.*)'$/, '未知选项 $1'],
  [/^unknown command '(.*)'$/, '未知命令 $1'],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/,
    '参数过多：应为 $2 个，实际 $3 个。',
  ],
  [/^option '(.*)' argument '(.*)' is invalid\. ?(.*)$/, '选项 $1 的值“$2”无效。$3'],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. ?(.*)$/,
    '参数 $2 的值“$1”无效。$3',
  ],
  [/^option '(.*)' cannot be used with option '(.*)'$/, '选项 $1 不能与 $2 同时使用'],
  [/^\(Did you mean one of (.*)\?\)$/, '（您是不是想用其中之一：$1？）'],
  [/^\(Did you mean (.*)\?\)$/, '（您是不是想用 $1？）'],
  [/^\(add --help for additional information\)$/, '（加 --help 查看更多信息）'],
];

/** What commander says of a wrong command line. */
export const messageInChinese = (message: string): string =>
  message.split('\n').map(lineInChinese).join('\n');

function lineInChinese(line: string): string {
  const isError = line.startsWith('error: ');
  const said = isError ? line.slice('error: '.length) : line;
  const found = MESSAGES.find(([pattern]) => pattern.test(said));
  const chinese = (found ? said.replace(found[0], found[1]) : said)
    .replace('Use a whole number.', '请写整数。')
    .replace(
      /Allowed choices are (.*)\.$/,
      (_, all: string) => `可选值：${all.replaceAll(', ', '、')}。`,
    );
  return isError ? `错误：${chinese}` : chinese;
}
