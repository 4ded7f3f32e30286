/** The app's own values (renderer/styles/tokens.css; a test compares them), and how a page on paper looks. */
export const styles = `
:root {
  color-scheme: light dark;
  --font: -apple-system, BlinkMacSystemFont, "SF Pro Text", Inter, "Segoe UI", "Liberation Sans", Arial, sans-serif;
  --mono: "SF Mono", Menlo, "Cascadia Mono", Consolas, "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace;
  --window: light-dark(#ffffff, #1d1d1f);
  --panel: light-dark(#f8f8f9, #242427);
  --line: light-dark(#e4e4e7, #37373b);
  --text: light-dark(#1d1d1f, #f3f3f5);
  --text-2: light-dark(#54545b, #b4b4bb);
  --accent: light-dark(#0a60c9, #6ab0ff);
  --focus: light-dark(#2f7fe0, #5aa2f5);
  --ok: light-dark(#17703a, #63d08d);
  --ok-bg: light-dark(#eef7f1, #1b2c22);
  --ok-line: light-dark(#c3e1ce, #2f5a40);
  --warn: light-dark(#855000, #f0bb55);
  --warn-bg: light-dark(#fff6e4, #322917);
  --warn-line: light-dark(#efd9a8, #604d22);
  --err: light-dark(#b8231a, #ff857b);
  --err-bg: light-dark(#fdf0ef, #382120);
  --err-line: light-dark(#f0c8c4, #6d3834);
}
body { margin: 0; background: var(--window); color: var(--text); font: 13px/1.5 var(--font); font-variant-numeric: tabular-nums; }
main { max-width: 860px; margin: 0 auto; padding: 32px 24px 64px; overflow-wrap: anywhere; }
h1 { font-size: 19px; font-weight: 600; margin: 0 0 16px; }
h2 { font-size: 15px; font-weight: 600; margin: 32px 0 8px; padding-top: 16px; border-top: 1px solid var(--line); }
h3 { font-size: 13px; font-weight: 600; margin: 24px 0 8px; }
h4 { font-size: 12px; font-weight: 600; margin: 16px 0 4px; color: var(--text-2); }
p { margin: 4px 0 8px; }
.verdict { margin: 0 0 16px; padding: 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--panel); }
.verdict .sentence { margin: 0 0 4px; font-size: 21px; line-height: 27px; font-weight: 600; }
.verdict.ok { background: var(--ok-bg); border-color: var(--ok-line); }
.verdict.ok .sentence { color: var(--ok); }
.verdict.warn { background: var(--warn-bg); border-color: var(--warn-line); }
.verdict.warn .sentence { color: var(--warn); }
.verdict.err { background: var(--err-bg); border-color: var(--err-line); }
.verdict.err .sentence { color: var(--err); }
table { width: 100%; border-collapse: collapse; margin: 8px 0 12px; font-size: 12px; }
th, td { padding: 4px 12px 4px 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--text-2); font-size: 11px; font-weight: 400; }
tbody th { font-weight: 500; }
code, pre { font: 11.5px/16px var(--mono); }
pre { margin: 0; padding: 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); white-space: pre-wrap; }
figure { margin: 8px 0 12px; }
figcaption { color: var(--text-2); font-size: 11px; margin-bottom: 4px; }
details { margin: 4px 0; }
summary { cursor: default; color: var(--accent); }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
@media (prefers-contrast: more) {
  :root { --line: light-dark(#8c8c94, #7e7e87); --text-2: var(--text); }
}
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; }
  h2, h3, h4, summary { break-after: avoid; }
  tr, .verdict { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;

/** SHA-256 of {@link styles} for the report's own policy; a test computes it again. */
export const styleHash = "sha256-MpiykA/3S+QucmST3tyFuJKDMaWsoDXN+TXdJWLJk5E=";
