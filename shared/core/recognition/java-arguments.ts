/**
 * The arguments in a file that `java @file` names: separated by white space, quotes keep it, `\` stands before any
 * letter inside of quotes and continues a line, `#` begins a comment (java(1), "java Command-Line Argument Files").
 */
export function javaArguments(text: string): readonly string[] {
  const found: string[] = [];
  let arg: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote !== undefined) {
      if (letter === quote) quote = undefined;
      else if (letter === '\\') arg = (arg ?? '') + escaped(text.charAt(++at));
      else arg = (arg ?? '') + letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      arg ??= '';
    } else if (letter === '#' && arg === undefined) {
      while (at + 1 < text.length && !/[\r\n]/.test(text.charAt(at + 1))) at++;
    } else if (/\s/.test(letter)) {
      if (arg !== undefined) found.push(arg);
      arg = undefined;
    } else if (letter !== '\\' || !/[\r\n]/.test(text.charAt(at + 1))) arg = (arg ?? '') + letter;
    else while (/\s/.test(text.charAt(at + 1))) at++;
  }
  return arg === undefined ? found : [...found, arg];
}

/** A line that is continued inside of quotes goes on without the break. */
const escaped = (letter: string): string =>
  ({ n: '\n', t: '\t', r: '\r', f: '\f', '\n': '' })[letter] ?? letter;
