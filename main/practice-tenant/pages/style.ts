/** Names and values are the design's tokens (light, dark); a page shares nothing with Microsoft's look. */
export const STYLE = `:root {
  color-scheme: light dark;
  --window: light-dark(#ffffff, #1d1d1f); --panel: light-dark(#f8f8f9, #242427); --field: light-dark(#ffffff, #2c2c30);
  --line: light-dark(#e4e4e7, #37373b); --line-2: light-dark(#d3d3d8, #47474d); --edge: light-dark(#8c8c94, #7e7e87);
  --text: light-dark(#1d1d1f, #f3f3f5); --text-2: light-dark(#54545b, #b4b4bb); --text-3: light-dark(#67676f, #a4a4ac);
  --accent-fill: light-dark(#0a60c9, #1f6fd6); --on-accent: #ffffff; --accent: light-dark(#0a60c9, #6ab0ff); --focus: light-dark(#2f7fe0, #5aa2f5);
  --err: light-dark(#b8231a, #ff857b); --err-bg: light-dark(#fdf0ef, #382120); --err-line: light-dark(#f0c8c4, #6d3834);
  --font: -apple-system, BlinkMacSystemFont, "SF Pro Text", Inter, "Segoe UI", "Liberation Sans", Arial, sans-serif;
  --mono: "SF Mono", Menlo, "Cascadia Mono", Consolas, "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace;
}
* { box-sizing: border-box; }
html { background: var(--panel); }
body { margin: 0; min-height: 100vh; padding: 48px 16px 24px; display: flex; flex-direction: column; align-items: center; gap: 16px;
  font: 13px/18px var(--font); color: var(--text); background: var(--panel); }
main, aside { width: 100%; max-width: 380px; }
main { background: var(--window); border: 1px solid var(--line-2); border-radius: 10px; padding: 20px 24px 24px; }
p { margin: 0; } h1 { margin: 12px 0 8px; font-size: 21px; line-height: 27px; font-weight: 600; }
h2 { margin: 0; font-size: 13px; line-height: 18px; font-weight: 600; }
code { font: 11.5px/16px var(--mono); overflow-wrap: anywhere; }
.practice { display: flex; gap: 8px; align-items: center; color: var(--text-2); font-size: 12px; line-height: 16px; }
.practice strong { border: 1px dashed var(--edge); border-radius: 4px; padding: 1px 6px; font-size: 11px; line-height: 15px; font-weight: 600; letter-spacing: .04em; color: var(--text); }
.app { color: var(--text-2); font-size: 12px; line-height: 16px; margin-bottom: 16px; }
.lead { color: var(--text-2); margin-bottom: 16px; }
form { display: grid; gap: 12px; }
.row { display: grid; gap: 4px; }
label { font-weight: 500; }
input:not([type=hidden]):not([type=checkbox]) { height: 32px; width: 100%; padding: 0 8px; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--edge); border-radius: 6px; }
.hint { color: var(--text-3); font-size: 11px; line-height: 15px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; }
.actions { display: flex; gap: 8px; margin-top: 4px; }
button { height: 30px; padding: 0 14px; border-radius: 6px; border: 1px solid var(--line-2); background: var(--field); color: var(--text); font: inherit; cursor: default; }
button.main { background: var(--accent-fill); color: var(--on-accent); border-color: transparent; font-weight: 500; }
.alert { border: 1px solid var(--err-line); background: var(--err-bg); border-radius: 6px; padding: 8px 10px; margin-bottom: 16px; }
.alert strong { color: var(--err); }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; font-size: 12px; line-height: 16px; }
dt { color: var(--text-3); } dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0 0 16px; padding: 0 0 0 18px; }
.lead + ul { margin-top: -8px; }
.secret { white-space: nowrap; }
aside { color: var(--text-2); font-size: 12px; line-height: 16px; padding: 0 24px; }
summary { color: var(--accent); cursor: default; padding: 4px 0; }
table { width: 100%; border-collapse: collapse; } th { text-align: left; color: var(--text-3); font-size: 11px; font-weight: 500; }
th, td { padding: 4px 12px 4px 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
footer { margin-top: auto; max-width: 380px; color: var(--text-3); font-size: 11px; line-height: 15px; text-align: center; }
`;
