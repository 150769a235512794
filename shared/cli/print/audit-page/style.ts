/** The columns of the requests, in hundredths: a name never decides how wide they are. */
const COLUMNS = [12, 8, 12, 11, 16, 15, 13, 13];

/** How the page looks: on a screen, light and dark, and on paper, A4 across with the checkpoint beside every page. */
export const style = (page: (n: string, of: string) => string, foot: string): string => `
:root { color-scheme: light dark; --paper: #ffffff; --desk: #f4f6f8; --ink: #14171c; --soft: #545d6b;
  --line: #dfe4ea; --good: #15744a; --bad: #b3261e; --part: #8a5a00; --doubt: #6741c9; --run: #1f63b8; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #1a1e25; --desk: #14171c; --ink: #f4f6f8; --soft: #a3adba; --line: #2f3641;
    --good: #4fd394; --bad: #ff8078; --part: #f5b53d; --doubt: #b7a1fa; --run: #7db8fa; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink); font: 14px/1.5 system-ui, -apple-system,
  "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main, header, .mark { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 40px; }
main { padding-bottom: 56px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 17px; margin: 36px 0 10px; }
p { margin: 0 0 8px; max-width: 72ch; }
.lead { font-size: 15px; color: var(--soft); margin-bottom: 24px; }
header .soft { margin-top: 10px; font-size: 13px; }
.verdict .soft { margin: 8px 0 0; font-size: 13px; }
.entry { white-space: nowrap; }
.soft, small { color: var(--soft); }
small { font-size: 12px; }
code { font: 12px/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  overflow-wrap: anywhere; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 16px 20px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 24px; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
dd div + div { margin-top: 2px; }
.faces { position: absolute; }
.face { width: 17px; height: 17px; vertical-align: -3.5px; margin-right: 6px; }
.good { color: var(--good); } .bad { color: var(--bad); } .part { color: var(--part); }
.doubt { color: var(--doubt); } .sum { color: var(--soft); }
.verdict { display: flex; gap: 14px; align-items: flex-start; }
.verdict > .face { width: 34px; height: 34px; margin: 0; flex: none; }
.verdict .said { font-size: 16px; font-weight: 650; margin: 4px 0 8px; }
.verdict ul { margin: 0; padding-left: 18px; overflow-wrap: anywhere; }
.verdict li { margin: 2px 0; }
.sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 12px; margin: 20px 0 0;
  padding: 0; list-style: none; }
.sums b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; padding: 0; }
.wide:focus-visible { outline: 2px solid var(--run); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 9px 12px; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--soft); font-weight: 600; font-size: 12px; white-space: nowrap; }
tbody th { font-weight: 600; }
td div + div, td ul { margin: 2px 0 0; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.requests table { table-layout: fixed; min-width: 1040px; }
${COLUMNS.map((width, at) => `.requests th:nth-child(${at + 1}) { width: ${width}%; }`).join('\n')}
.bad.more { font-weight: 600; }
.requests .day { display: block; }
.result { font-weight: 650; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.text { overflow-wrap: anywhere; min-width: 90px; }
.none { color: var(--soft); }
.mark { display: flex; gap: 20px; align-items: center; margin-top: 28px; }
.mark .card { display: flex; gap: 20px; align-items: center; width: 100%; }
.qr { background: #fff; padding: 6px; border-radius: 8px; flex: none; width: 172px; line-height: 0; }
.qr svg { width: 100%; height: auto; }
.mark h2 { margin: 0 0 4px; }
.mark code { display: block; white-space: pre-wrap; color: var(--soft); }
@page { size: A4 landscape; margin: 13mm 12mm 15mm;
  @bottom-left { content: "${foot}"; font: 8pt system-ui, "Noto Sans CJK SC", sans-serif; color: #545d6b; }
  @bottom-right { content: "${page('" counter(page) "', '" counter(pages) "')}";
    font: 8pt system-ui, "Noto Sans CJK SC", sans-serif; color: #545d6b; } }
@media print {
  :root { color-scheme: light; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { background: #fff; font-size: 9pt; padding-right: 44mm; }
  main, header { max-width: none; padding: 0; margin: 0; }
  .card { border-radius: 2mm; padding: 3mm 4mm; }
  h1 { font-size: 19pt; } h2 { font-size: 11.5pt; margin: 6mm 0 2mm; break-after: avoid; }
  .lead { font-size: 10pt; margin-bottom: 4mm; }
  code { font-size: 7.5pt; } small { font-size: 7.5pt; }
  .wide { overflow: visible; border: 0; padding: 0; border-radius: 0; }
  table { font-size: 8pt; } th, td { padding: 1.4mm 2mm; } thead th { font-size: 7.5pt; border-bottom: 1pt solid #545d6b; }
  thead { display: table-header-group; } tr, .verdict, .sums { break-inside: avoid; }
  td.text { min-width: 0; } .requests table { min-width: 0; }
  .sums b { font-size: 15pt; } .sums { margin-top: 4mm; gap: 3mm; }
  .mark { position: fixed; top: 0; right: 0; width: 38mm; margin: 0; padding: 0 0 0 3mm;
    border-left: 0.3mm solid #dfe4ea; max-width: none; }
  .mark .card { display: block; border: 0; padding: 0; }
  .mark h2 { margin: 2mm 0 1mm; font-size: 9pt; } .mark p { font-size: 7pt; }
  .mark code { font-size: 6pt; }
  .qr { width: 35mm; padding: 0; }
}
@media screen and (max-width: 640px) {
  main, header, .mark { padding-left: 16px; padding-right: 16px; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 10px; }
  .mark .card { flex-direction: column; align-items: flex-start; }
}`;
