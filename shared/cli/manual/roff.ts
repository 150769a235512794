/** A line of text in a manual page (groff_man(7)): nothing in it is taken for an order. */
export const line = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');

/** A text of several lines; an empty one begins a paragraph. */
export const paragraphs = (text: string): readonly string[] =>
  text.split('\n').flatMap((one) => (one === '' ? ['.PP'] : folded(one).map(line)));

/** Some readers of such files take no longer lines; a text without blanks stays whole. */
const WIDTH = 72;

const folded = (text: string): readonly string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    return last !== undefined && longer.length <= WIDTH
      ? [...lines.slice(0, -1), longer]
      : [...lines, word];
  }, []);

/** A term and what it means. */
export const term = (name: string, what: string): readonly string[] => [
  '.TP',
  // Quotes would end the argument of a macro.
  `.B "${line(name).replaceAll('"', '""')}"`,
  ...paragraphs(what),
];
