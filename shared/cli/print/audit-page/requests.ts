import type { RequestRow } from '../../../audit/report/row.ts';
import type { Words } from '../../../words/en.ts';
import { seconds } from '../seconds.ts';
import { face } from './faces.ts';
import { html, nothing, type Html } from './html.ts';
import { faceOf, refusalSaid, remainsSaid, worded } from './said.ts';
import { timeOf } from './times.ts';

/** What the page is written with. */
export interface Writing {
  readonly say: Words;
  /** What a client is called; its id where it is not known here. */
  readonly nameOf: (client: string) => string;
  /** The first bad line: what the log says from there on is not verified. */
  readonly badFrom?: number;
}

/** Each request as one row. */
export function requestTable(rows: readonly RequestRow[], writing: Writing): Html {
  const { auditReport: say } = writing.say;
  if (rows.length === 0) return html`<p>${say.noRequests}</p>`;
  return html`<div
    class="card wide requests"
    tabindex="0"
    role="region"
    aria-label="${say.requests}"
  >
    <table>
      <thead>
        <tr>
          ${Object.values(say.columns).map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => tableRow(row, writing))}
      </tbody>
    </table>
  </div>`;
}

const tableRow = (
  row: RequestRow,
  { say, nameOf, badFrom = Number.POSITIVE_INFINITY }: Writing,
): Html => {
  const isUnverified = (row.outcome ?? row.intent ?? 0) >= badFrom;
  const { auditReport: words } = say;
  return html`<tr>
    <td>
      ${timeOf(row.at)}
      <div><small>${linesOf(row, words)}</small></div>
      ${isUnverified ? html`<div><small class="bad more">${words.unverified}</small></div>` : nothing}
    </td>
    <td class="text">${row.who === '' ? none(words.notKnown) : row.who}</td>
    <td class="text">${whatOf(row, say, nameOf)}</td>
    <td>
      ${worded(words.surface, row.surface)}
      <div><small>${worded(words.trigger, row.trigger)}</small></div>
    </td>
    <td class="text">${proofsOf(row, say)}</td>
    <td class="text">${refusalsOf(row, say)}</td>
    <td>${resultOf(row, say)}</td>
    <td class="text">${leftOf(row, say)}</td>
  </tr> `;
};

export const linesOf = (
  { intent, outcome }: Pick<RequestRow, 'intent' | 'outcome'>,
  say: Words['auditReport'],
): string =>
  intent !== undefined && outcome !== undefined
    ? say.linesOf(intent, outcome)
    : say.lineOf(intent ?? outcome ?? 0);

export const clientName = (client: string, say: Words, nameOf: Writing['nameOf']): string =>
  client === 'all' ? say.auditReport.allClients : nameOf(client);

function whatOf(row: RequestRow, say: Words, nameOf: Writing['nameOf']): Html {
  const { auditReport: words } = say;
  const more = [
    ...(row.then === '' ? [] : [words.then(worded(say.request, row.then))]),
    ...row.tiers.map((tier) => worded(say.tier, tier)),
    ...row.options.map((option) => worded(words.option, option)),
    ...(row.clients === undefined ? [] : [words.ofClients(row.clients)]),
  ];
  return html`<b>${clientName(row.client, say, nameOf)}</b>
    <div>${worded(say.request, row.request)}</div>
    ${smallEach(more)}`;
}

function proofsOf(row: RequestRow, say: Words): Html {
  const { auditReport: words } = say;
  const all = [
    ...row.proofs.map(({ kind, by }) =>
      by === '' ? worded(say.proofs.kind, kind) : say.proofs.by(worded(say.proofs.kind, kind), by),
    ),
    ...row.approvedBy.map(words.approvedBy),
    ...(row.consent === '' ? [] : [words.consent(worded(words.consentBy, row.consent))]),
  ];
  return all.length === 0 ? none(words.none) : each(all);
}

const refusalsOf = ({ refusals }: RequestRow, say: Words): Html =>
  refusals.length === 0
    ? none(say.auditReport.none)
    : html`${[...new Set(refusals)].map((code) => html`<div>${refusalSaid(code, say)} <code>${code}</code></div>`)}`;

function resultOf(row: RequestRow, say: Words): Html {
  const { auditReport: words } = say;
  const sign = faceOf(row);
  const verdict =
    row.verdict === '' ? nothing : html`<div>${worded(say.verdict, row.verdict)}</div>`;
  const took =
    row.elapsedMs === undefined
      ? nothing
      : html`<div><small>${say.receipt.elapsed(seconds(row.elapsedMs))}</small></div>`;
  return html`<span class="result ${sign}">${face(sign)}${worded(words.resultIs, row.result)}</span
    >${verdict}${took}`;
}

function leftOf(row: RequestRow, say: Words): Html {
  const { auditReport: words } = say;
  if (row.result === 'summary') return nothing;
  if (!row.remains) return none(words.notKnown);
  const left = remainsSaid(row.remains, say);
  return left.length === 0 ? none(words.nothingLeft) : each(left);
}

const none = (said: string): Html => html`<span class="none">${said}</span>`;
const each = (all: readonly string[]): Html => html`${all.map((one) => html`<div>${one}</div>`)}`;
const smallEach = (all: readonly string[]): Html =>
  html`${all.map((one) => html`<div><small>${one}</small></div>`)}`;
