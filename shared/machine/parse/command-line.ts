/**
 * The arguments in a command line of Windows, by the rules of Microsoft's C runtime: white space parts
 * them outside of quotes; `\"` is a quote, and backslashes are themselves anywhere else; two quotes in a
 * quoted part are one. The first one, the program, knows no backslash as an escape.
 */
export function argumentsIn(line: string): readonly string[] {
  const [program, rest] = programIn(line);
  const found = [program];
  let [at, text] = [0, ''];
  let [quoted, any] = [false, false];
  while (at < rest.length) {
    const [slashes = ''] = /^\\*/.exec(rest.slice(at)) ?? [];
    const next = rest[at + slashes.length];
    if (slashes !== '' && next === '"') {
      text += '\\'.repeat(slashes.length >> 1);
      at += slashes.length;
      if (slashes.length % 2 === 1) {
        text += '"';
        at++;
      }
      any = true;
    } else if (slashes !== '') {
      text += slashes;
      at += slashes.length;
      any = true;
    } else if (next === '"') {
      if (quoted && rest[at + 1] === '"') text += rest[++at];
      else quoted = !quoted;
      any = true;
      at++;
    } else if (!quoted && /[ \t]/.test(next ?? '')) {
      if (any) found.push(text);
      [text, any] = ['', false];
      at++;
    } else {
      text += next;
      any = true;
      at++;
    }
  }
  return any ? [...found, text] : found;
}

function programIn(line: string): readonly [program: string, rest: string] {
  const [whole = '', quoted, plain = ''] = /^(?:"([^"]*)"?|([^ \t]*))/.exec(line) ?? [];
  return [quoted ?? plain, line.slice(whole.length)];
}
