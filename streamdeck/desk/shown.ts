/** The longest text that a line of the log holds. */
const LONGEST = 400;

/** A message as the log shows it: pictures cut, the rest up to a length. */
export function shortened(message: object): string {
  const cut = (_key: string, value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('data:')
      ? `${value.slice(0, 24)}… (${value.length})`
      : value;
  const text = JSON.stringify(message, cut);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What a screen reader says of a picture: the words that are drawn in it. */
export function labelOf(image: string): string {
  try {
    const at = image.indexOf(',');
    const data = image.slice(at + 1);
    const isBase64 = image.slice(0, at).endsWith(';base64');
    const svg = isBase64 ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data);
    const label = /aria-label="([^"]*)"/.exec(svg)?.[1] ?? '';
    return label.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => NAMED[name] ?? '');
  } catch {
    return ''; // Not one of our pictures.
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
