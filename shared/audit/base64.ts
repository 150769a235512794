/** The bytes of a text in standard Base64 (RFC 4648, section 4) and of no other form; else undefined. */
export function bytesIn(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
