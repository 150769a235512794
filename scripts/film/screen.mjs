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

/** Runs of cells that look alike and are as wide: where, how wide, what, and how. Blank cells are none. */
function spansOf(line) {
  const spans = [];
  for (let at = 0; at < line.length; at += 1) {
    const cell = line.getCell(at);
    const text = cell.getChars();
    if (text.trim() === '') continue;
    const look = {
      colour: cell.isFgDefault() ? undefined : cell.getFgColor(),
      bold: cell.isBold() !== 0,
      wide: cell.getWidth() === 2,
    };
    const last = spans.at(-1);
    const gap = last ? at - last.at - last.cells : 2;
    const isSame = ['colour', 'bold', 'wide'].every((one) => last?.[one] === look[one]);
    if (last && isSame && gap <= (look.wide ? 0 : 1)) {
      last.text += ' '.repeat(gap) + text;
      last.cells += gap + cell.getWidth();
    } else spans.push({ at, text, cells: cell.getWidth(), ...look });
  }
  return spans;
}
