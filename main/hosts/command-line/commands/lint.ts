import { version } from "../../../../package.json";
import { type LintQuestion, lintFile } from "../../../app/lint/lint-file.ts";
import { lintRules } from "../../../core/lint/rules.ts";
import { maximumSuppressionBytes } from "../../../core/lint/suppressions.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import { encrypted } from "../../../core/profile/remarks.ts";
import { listFiles } from "../../../files/list-files.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { lintLooks, lintText } from "../lint/lint-text.ts";
import { type LintChoice, readLintChoice, readLintQuestion } from "../lint/options.ts";
import { type FileReport, type LintReport, summaryOf } from "../lint/report.ts";
import { inFile, openDocument } from "../open-document.ts";
import { oneLine } from "../text.ts";

/**
 * `lint`: what is wrong with profiles before anybody rolls them out (design sections 4 and 13). Exit code 2 when a file could
 * not be read or may not be fixed in place, with the others reported; else 1 with a finding of severity error.
 */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const choice = readLintChoice(call);
  if (!choice.ok) return choice.problem;
  const question = await readLintQuestion(choice.value, terminal);
  if (!question.ok) return question.problem;
  const report = await lintAll(choice.value, question.value, terminal);
  const isForPrograms = call.json || choice.value.sarif;
  terminal.stdout(await printed(choice.value, report, call.json), isForPrograms ? undefined : lintLooks);
  for (const problem of report.problems) {
    const at = problem.at ? ` Line ${problem.at.line}, column ${problem.at.column}.` : "";
    terminal.stderr(`latchkey: ${oneLine(`${problem.title}${at} ${problem.detail} ${problem.fix}`)}\n`);
  }
  if (report.problems.length > 0) return 2;
  return summaryOf(report.files).error > 0 ? 1 : 0;
}

/** One file after the other, so that a folder of thousands takes no more memory than its findings. */
async function lintAll(choice: LintChoice, question: LintQuestion, terminal: Terminal): Promise<LintReport> {
  const listed = await listFiles(choice.paths, (name) => /\.(?:mobileconfig|plist)$/iu.test(name));
  const files: FileReport[] = [];
  const problems: Problem[] = [...listed.problems];
  for (const file of listed.files) {
    const outcome = await lintOne(file, choice, question, terminal);
    if (outcome.ok) {
      files.push(outcome.value.report);
      if (outcome.value.refused !== null) problems.push(outcome.value.refused);
    } else problems.push(outcome.problem);
  }
  return { files, problems };
}

/** What is found in a file, and why it was not fixed although that was asked. */
type Linted = { readonly report: FileReport; readonly refused: Problem | null };

async function lintOne(
  file: string,
  { fix, dryRun }: LintChoice,
  question: LintQuestion,
  terminal: Terminal,
): Promise<Result<Linted>> {
  const opened = await openDocument(file, terminal);
  if (!opened.ok) return opened;
  const [locked] = encrypted(opened.value.document);
  if (locked !== undefined) return fail(inFile(locked, file));
  const suppressions = await readSuppressionFile(`${file}.latchkey.json`, terminal);
  if (!suppressions.ok) return suppressions;
  const linted = { file, document: opened.value.document, suppressions: suppressions.value };
  if (fix) {
    const { fixInPlace } = await import("../lint/fix-in-place.ts");
    const { signature, inside } = opened.value;
    return fixInPlace(linted, { signature, inside, dryRun }, question, terminal);
  }
  const { findings, suppressed } = await lintFile(linted, question);
  return succeed({ report: { file, findings, suppressed, fixed: null }, refused: null });
}

/** A file that is not there suppresses nothing; one that cannot be read leaves open what was decided. */
async function readSuppressionFile(path: string, terminal: Terminal): Promise<Result<string | null>> {
  const { existsSync } = await import("node:fs");
  if (!existsSync(path)) return succeed(null);
  const bytes = await terminal.readFile(path, maximumSuppressionBytes);
  return bytes instanceof Uint8Array ? succeed(new TextDecoder().decode(bytes)) : fail(inFile(bytes, path));
}

async function printed({ sarif }: LintChoice, report: LintReport, json: boolean): Promise<string> {
  if (sarif) {
    const { sarifLog } = await import("../../../core/lint/sarif.ts");
    return `${JSON.stringify(sarifLog({ version, rules: lintRules, ...report }))}\n`;
  }
  return json ? `${JSON.stringify(asJson(report))}\n` : lintText(report);
}

function asJson({ files, problems }: LintReport): object {
  return {
    files: files.map(({ file, findings, suppressed, fixed }) => ({
      file,
      findings,
      ...(suppressed.length === 0 ? {} : { suppressed }),
      ...(fixed === null ? {} : { fixed }),
    })),
    summary: summaryOf(files),
    ...(problems.length === 0 ? {} : { problems }),
  };
}
