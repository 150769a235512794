/** Messages as one stream, each after its length in bytes (RFC 6587, section 3.4.1; RFC 5425, section 4.3). */
export const framed = (messages: readonly Buffer[]): Buffer =>
  Buffer.concat(messages.flatMap((one) => [Buffer.from(`${one.length} `), one]));

/** The messages of such a stream that are whole, and the bytes behind them. Throws where it is no such stream. */
export function unframed(stream: Buffer): {
  readonly messages: readonly Buffer[];
  readonly rest: Buffer;
} {
  const messages: Buffer[] = [];
  let at = 0;
  for (;;) {
    const space = stream.indexOf(32, at);
    const digits = stream.toString('latin1', at, space < 0 ? stream.length : space);
    if (!/^([1-9]\d{0,8})?$/.test(digits))
      throw new TypeError(`no length of a message: ${digits.slice(0, 20)}`);
    const start = space + 1;
    const end = start + Number(digits);
    if (space < 0 || end > stream.length) return { messages, rest: stream.subarray(at) };
    messages.push(stream.subarray(start, end));
    at = end;
  }
}
