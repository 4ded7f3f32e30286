/**
 * Counts what lint finds in a folder of profiles, rule by rule: a look at false alarms after a change of the rules.
 *
 *     npm run build && node scripts/count-findings.mjs [FOLDER…]          ../shared/samples/profiles if left out
 *     node scripts/count-findings.mjs --list RULE [FOLDER…]               every finding of one rule
 *     node scripts/count-findings.mjs --only PREFIX [FOLDER…]             only files whose name begins so
 */
import { spawnSync } from "node:child_process";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "string" }, only: { type: "string" } },
});
const root = resolve(import.meta.dirname, "..");
const folders = positionals.length > 0 ? positionals : [resolve(root, "../shared/samples/profiles")];
const run = spawnSync(process.execPath, [join(root, "dist/main/cli.js"), "lint", ...folders, "--json"], {
  encoding: "utf8",
  maxBuffer: 1024 * 1024 * 1024,
});
const { files, problems = [] } = JSON.parse(run.stdout);
const looked = files.filter(({ file }) => basename(file).startsWith(values.only ?? ""));

if (values.list !== undefined) list(values.list);
else table();

function table() {
  const rows = new Map();
  for (const { file, findings } of looked) {
    for (const { rule, severity } of findings) {
      const row = rows.get(rule) ?? { findings: 0, files: new Set(), severities: new Set() };
      row.findings += 1;
      row.files.add(file);
      row.severities.add(severity);
      rows.set(rule, row);
    }
  }
  console.log("| rule | findings | files | severities |\n|---|---|---|---|");
  for (const [rule, row] of [...rows].sort((a, b) => b[1].findings - a[1].findings)) {
    console.log(`| ${rule} | ${row.findings} | ${row.files.size} | ${[...row.severities].join(", ")} |`);
  }
  console.log(`\n${looked.length} files, ${problems.length} that could not be read.`);
}

function list(wanted) {
  for (const { file, findings } of looked) {
    for (const { rule, severity, title, detail, where } of findings) {
      if (rule !== wanted) continue;
      console.log(
        `${basename(file)}\n  ${severity} ${where.domain ?? ""} ${where.keyPath ?? ""}\n  ${title} ${detail}`,
      );
    }
  }
}
