import xterm from '@xterm/headless';

/** A terminal without a window, that says what stands in each of its rows. */
export function openScreen(columns, rows) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  return {
    write: (bytes) => new Promise((resolve) => terminal.write(bytes, () => resolve(undefined))),
    rows: () =>
      Array.from({ length: rows }, (_, at) => spansOf(terminal.buffer.active.getLine(at))),
    /** The row of the cursor. */
    get row() {
      return terminal.buffer.active.cursorY;
    },
    end: () => terminal.dispose(),
  };
}

/** Runs of cells that look alike: where, how wide, what, and how. */
function spansOf(line) {
  const spans = [];
  for (let at = 0; at < line.length; at += 1) {
    const cell = line.getCell(at);
    if (cell.getWidth() === 0) continue;
    const look = {
      colour: cell.isFgDefault() ? undefined : cell.getFgColor(),
      bold: cell.isBold() !== 0,
    };
    const last = spans.at(-1);
    const text = cell.getChars() || ' ';
    if (last && last.colour === look.colour && last.bold === look.bold) {
      last.text += text;
      last.cells += cell.getWidth();
    } else spans.push({ at, text, cells: cell.getWidth(), ...look });
  }
  const last = spans.at(-1);
  if (last) {
    const kept = last.text.trimEnd();
    last.cells -= last.text.length - kept.length;
    last.text = kept;
  }
  return spans.filter(({ text }) => text.trim() !== '');
}
