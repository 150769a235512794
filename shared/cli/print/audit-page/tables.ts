import type { ClientCount } from '../../../audit/report/counts.ts';
import type { Gap } from '../../../audit/report/gaps.ts';
import type { RequestRow } from '../../../audit/report/row.ts';
import { bytes } from '../../../words/bytes.ts';
import type { Words } from '../../../words/en.ts';
import { html, type Html, type Inner } from './html.ts';
import { clientName, linesOf, type Writing } from './requests.ts';
import { worded } from './said.ts';
import { lasting, timeOf } from './times.ts';

const table = (label: string, head: readonly Inner[], body: Inner): Html =>
  html`<div class="card wide" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;

const headed = (names: readonly string[]): readonly Html[] =>
  names.map((name) => html`<th scope="col">${name}</th>`);

/** Requests that did not come to their end. */
export function interruptions(rows: readonly RequestRow[], { say, nameOf }: Writing): Html {
  const { auditReport: words } = say;
  const all = rows.filter(({ result }) => result === 'interrupted' || result === 'open');
  if (all.length === 0) return html`<p>${words.noInterruptions}</p>`;
  return table(
    words.interruptions,
    headed([words.columns.when, words.columns.what, words.gapColumns.what, words.gapColumns.entry]),
    all.map(
      (row) =>
        html`<tr>
          <td>${timeOf(row.at)}</td>
          <td class="text">
            <b>${clientName(row.client, say, nameOf)}</b> &middot;
            ${worded(say.request, row.request)}
          </td>
          <td class="text">
            ${words.interruptedIs[row.result === 'open' ? 'open' : 'interrupted']}
          </td>
          <td class="entry">${linesOf(row, words)}</td>
        </tr> `,
    ),
  );
}

/** What is not there, or changed. */
export function gaps(all: readonly Gap[], { say }: Writing): Html {
  const { auditReport: words } = say;
  if (all.length === 0) return html`<p>${words.noGaps}</p>`;
  return table(
    words.gaps,
    headed([words.gapColumns.when, words.gapColumns.what, words.gapColumns.entry]),
    all.map(
      (gap) =>
        html`<tr>
          <td>${gap.at === undefined ? words.notKnown : timeOf(gap.at)}</td>
          <td class="text">${gapSaid(gap, words)}</td>
          <td class="entry">${words.lineOf(gap.line)}</td>
        </tr> `,
    ),
  );
}

function gapSaid(gap: Gap, words: Words['auditReport']): string {
  switch (gap.code) {
    case 'unread':
      return words.gap.unread;
    case 'missing':
      return words.gap.missing(gap.first, gap.last);
    case 'clock-back':
      return words.gap['clock-back'](lasting(gap.ms, words));
    case 'pruned':
      return words.gap.pruned(gap.first);
    case 'lines-missing':
      return words.gap['lines-missing'](gap.first, gap.known);
    case 'torn':
      return words.gap.torn(bytes(gap.bytes));
    case 'key-rotated':
    case 'key-replaced':
      return words.gap[gap.code](gap.key);
  }
}

/** How many requests of each client came to which result. */
export function countTable(counts: readonly ClientCount[], { say, nameOf }: Writing): Html {
  const { auditReport: words } = say;
  const found = new Set(counts.flatMap(({ results }) => [...results.keys()]));
  const known = Object.keys(words.resultIs).filter((result) => found.has(result));
  const results = [...known, ...[...found].filter((result) => !known.includes(result))];
  const number = (count: number): Html => html`<td class="number">${count}</td>`;
  const sum = (of: (one: ClientCount) => number): number =>
    counts.reduce((total, one) => total + of(one), 0);
  return table(
    words.counts,
    [
      html`<th scope="col">${words.client}</th>`,
      [...results.map((result) => worded(words.resultIs, result)), words.all].map(
        (name) => html`<th scope="col" class="number">${name}</th>`,
      ),
    ],
    [
      counts.map(
        (one) =>
          html`<tr>
            <th scope="row">${clientName(one.client, say, nameOf)}</th>
            ${results.map((result) => number(one.results.get(result) ?? 0))}${number(one.all)}
          </tr> `,
      ),
      html`<tr>
        <th scope="row">${words.all}</th>
        ${results.map((result) => number(sum((one) => one.results.get(result) ?? 0)))}${number(sum(({ all }) => all))}
      </tr> `,
    ],
  );
}
