/** A note as a QR code, in SVG; undefined in Raycast, whose build leaves out what draws it. */
export async function drawCode(note: string): Promise<string | undefined> {
  const { renderSVG } = await import('uqr');
  return renderSVG(note);
}
