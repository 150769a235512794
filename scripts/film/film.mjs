import { record } from './record.mjs';
import { openScreen } from './screen.mjs';

/** Between commands, for the reader; in ms. Everything else is as long as it was. */
const [BEFORE_TYPING, PER_KEY, BEFORE_ENTER, TO_READ] = [500, 45, 300, 1_600];
/** How long the end stands. */
const END = 5_000;
/** Changes that are closer than this are one. */
const BLINK = 40;

/**
 * Runs the commands in one terminal and answers its rows: what stood where, from when to when (ms; without an end
 * where it stays), and the commands with the time in which they are typed.
 */
export async function film(commands, { columns, rows, tidy, ...options }) {
  const screen = openScreen(columns, rows);
  const shown = new Map();
  const gone = [];
  const typed = [];
  let now = 0;
  const look = () => {
    for (const [y, spans] of screen.rows().entries()) {
      const key = JSON.stringify(spans);
      const before = shown.get(y);
      if (before?.key === key) continue;
      if (before && before.from < now) gone.push({ ...before, to: now });
      if (spans.length > 0) shown.set(y, { y, key, spans, from: now });
      else shown.delete(y);
    }
  };
  try {
    for (const command of commands) {
      now += BEFORE_TYPING;
      typed.push({ y: screen.row, command, from: now, ms: command.length * PER_KEY });
      now += command.length * PER_KEY + BEFORE_ENTER;
      await screen.write('\r\n');
      const began = now;
      for (const { ms, bytes } of record(command, { columns, ...options })) {
        if (began + ms - now > BLINK) look();
        now = Math.max(now, Math.round(began + ms));
        await screen.write(tidy(bytes));
      }
      look();
      await screen.write('\r\n');
      now += TO_READ;
    }
    const used = Math.max(...[...shown.keys()], ...typed.map(({ y }) => y)) + 1;
    return { rows: used, columns, typed, lasting: [...shown.values()], gone, ms: now + END };
  } finally {
    screen.end();
  }
}
