import type { Report } from '../../../audit/report/report.ts';
import type { Language } from '../../../core/language.ts';
import { face, faces } from './faces.ts';
import { Html, html, nothing, type Inner } from './html.ts';
import { requestTable, type Writing } from './requests.ts';
import { style } from './style.ts';
import { countTable, gaps, interruptions } from './tables.ts';
import { timeOf, zoned } from './times.ts';

/** What the page shows. */
export interface Page extends Writing {
  readonly lang: Language;
  /** When it is made, in ms since 1970. */
  readonly at: number;
  readonly report: Report;
  readonly verified: {
    readonly isIntact: boolean;
    readonly chain: string;
    readonly keys: readonly string[];
    /** The verdict, and what it stands on. */
    readonly lines: readonly string[];
  };
  readonly mark?: Mark;
}

/** The newest checkpoint, and its QR code as SVG of our own making. */
export interface Mark {
  readonly size: number;
  readonly note: string;
  readonly svg: string;
  /** Why the log does not agree with it. */
  readonly fault?: string;
}

/** No script, no picture, no font and no address from elsewhere: a page that holds a log talks to nobody. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One page of HTML that needs nothing else. */
export function auditPage(page: Page): string {
  const { lang, report } = page;
  const { auditReport: words } = page.say;
  return html`<!doctype html>
    <html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${words.title} &middot; ${zoned(page.at).slice(0, 10)}</title>
        <style>
          ${new Html(style(words.page, words.foot))}
        </style>
      </head>
      <body>
        ${faces}
        <header>
          <h1>${words.title}</h1>
          <p class="lead">${words.lead}</p>
          ${head(page)}
        </header>
        ${mark(page)}
        <main>
          <h2>${words.verification}</h2>
          ${verification(page)} ${sums(page)}
          <h2>${words.requests}</h2>
          ${requestTable(report.rows, page)}
          <h2>${words.interruptions}</h2>
          ${interruptions(report.rows, page)}
          <h2>${words.gaps}</h2>
          ${gaps(report.gaps, page)}
          ${
            report.counts.length === 0
              ? nothing
              : html`<h2>${words.counts}</h2>
                  ${countTable(report.counts, page)}`
          }
        </main>
      </body>
    </html> `.text;
}

function head({ report, verified, at, say }: Page): Html {
  const { auditReport: words } = say;
  const { span, covers, named } = report;
  const moment = (time: number, open: string): Inner =>
    Number.isFinite(time) ? timeOf(time) : open;
  const list = (all: readonly string[], as: (one: string) => Inner = (one) => one): Inner =>
    all.length === 0
      ? html`<span class="none">${words.nothing}</span>`
      : all.map((one) => html`<div>${as(one)}</div>`);
  const code = (one: string): Html => html`<code>${one}</code>`;
  const rows: readonly (readonly [string, Inner])[] = [
    [words.period, [moment(span.from, words.begin), ' – ', moment(span.to, words.end)]],
    ...(covers ? [[words.covers, [timeOf(covers.from), ' – ', timeOf(covers.to)]] as const] : []),
    [words.device, list(named.devices)],
    [words.account, list(named.users)],
    [words.program, list(named.programs)],
    [words.policies, list(named.policies, code)],
    [words.chain, code(verified.chain)],
    [words.key, list(verified.keys, code)],
  ];
  return html`<div class="card">
      <dl>
        ${rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd> `,
        )}
      </dl>
    </div>
    <p class="soft">${words.printed(zoned(at))} &middot; ${words.zone}</p>`;
}

function verification({ verified, say }: Page): Html {
  const { isIntact, lines } = verified;
  const [headline = '', ...more] = lines;
  return html`<div class="card verdict">
    ${face(isIntact ? 'good' : 'bad')}
    <div>
      <p class="said ${isIntact ? 'good' : 'bad'}">${headline}</p>
      <ul>
        ${more.map((line) => html`<li>${line}</li>`)}
      </ul>
      <p class="soft">${say.auditReport.verificationNote}</p>
    </div>
  </div>`;
}

function sums({ report, say }: Page): Html {
  const { sums: words } = say.auditReport;
  const rows = report.rows.filter(({ result }) => result !== 'summary');
  const count = (...results: readonly string[]): number =>
    rows.filter(({ result }) => results.includes(result)).length;
  const good = count('done', 'nothing-to-do');
  const refused = count('refused');
  const interrupted = count('interrupted', 'open');
  const all: readonly (readonly [number, string])[] = [
    ...([
      [rows.length, words.requests],
      [good, words.good],
      [refused, words.refused],
    ] as const),
    ...([
      [rows.length - good - refused - interrupted, words.rest],
      [interrupted, words.interrupted],
    ] as const),
  ];
  return html`<ul class="sums">
    ${all.map(([n, name]) => html`<li class="card"><b>${n}</b>${name}</li>`)}
  </ul>`;
}

/** Printed on every page: it ties the paper to the log. */
function mark({ mark: of, say }: Page): Html {
  const { auditReport: words } = say;
  return html`<aside class="mark" aria-label="${words.mark}">
    <div class="card">
      ${
        of
          ? html`<div class="qr" role="img" aria-label="${words.qr}">${new Html(of.svg)}</div>
              <div>
                <h2>${words.mark}</h2>
                <p>${words.markNote(of.size)}</p>
                ${of.fault === undefined ? nothing : html`<p class="bad">${of.fault}</p>`}
                <code
                  >${of.note
                    .trimEnd()
                    .split('\n')
                    .map((line) => html`${line}<br />`)}</code
                >
              </div>`
          : html`<p>${words.noMark}</p>`
      }
    </div>
  </aside>`;
}
