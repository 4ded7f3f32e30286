import { explainPasted } from "../../../app/explain/explain-pasted.ts";
import type { ExplainAnswer, KnowledgeRow } from "../../../core/explain/answer.ts";
import { isOneCode } from "../../../core/explain/evidence/codes.ts";
import { explainText } from "../../../core/explain/explain-text.ts";
import type { Explanation } from "../../../core/explain/explanation.ts";
import { listKnowledge } from "../../../core/explain/list-knowledge.ts";
import type { Explained, MacLog } from "../../../core/mac-log/index.ts";
import type { Problem, Result } from "../../../core/problem.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("explain");

/**
 * `explain`: what a code, an error text, a log row, a situation or a log of the Mac means for Jamf Connect. 0 where something
 * decides, 1 where words only offer or no line of a log decides, 2 for a code that the catalogue does not list.
 */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const asked = call.positionals.join(" ").trim();
  if (call.options["list"] === true) return list(asked, call.json, terminal);
  if (asked === "") return wrongCall("Name a code, or paste an error in quotes.", usage);
  const found = await answerTo(call.positionals, asked);
  if (!found.ok) return found.problem;
  const answer = found.value;
  if (answer.kind === "log") return printLog(answer.log, call.json, terminal);
  if (answer.kind === "candidates") {
    terminal.stdout(call.json ? json({ candidates: answer.candidates }) : offer(answer));
    return 1;
  }
  const [first, ...others] = answer.entries;
  if (call.json) terminal.stdout(json(others.length === 0 ? first : answer.entries));
  else terminal.stdout(answer.entries.map(text).join("\n"), { lines: [[/^\w+ \(\w+\)(?=: )/, "strong"]] });
  if (answer.isRow === true && typeof first?.code === "number") await handOver(first.code, terminal);
  return isUnknown(answer.entries) ? sayUnknown(answer.entries, terminal) : 0;
}

/** A single row tells little: says what it counts as, and which command reads the whole log. */
async function handOver(code: number, terminal: Terminal): Promise<void> {
  const { classOf } = await import("../../../core/sign-ins/sign-in-class.ts");
  terminal.stderr(
    `As a row of the sign-in log this is ${classOf(code)}. For the whole log: latchkey signins LOG\n`,
  );
}

/** What the words of a call are: files and folders of this machine, a pasted log, a code or a text. */
async function answerTo(positionals: readonly string[], asked: string): Promise<Result<Explained>> {
  // The usual call names a code, and must not wait for what reads files.
  if (isOneCode(asked)) return explainText(asked);
  const { givenPaths } = await import("../explain/given-paths.ts");
  const paths = await givenPaths(positionals);
  if (!paths.ok) return paths;
  if (paths.value === null) return explainPasted(asked);
  const { explainPaths } = await import("../../../app/explain/explain-path.ts");
  return explainPaths(paths.value);
}

/** 1 where no line of the log decides. */
async function printLog(log: MacLog, asJson: boolean, terminal: Terminal): Promise<ExitCode> {
  if (asJson) terminal.stdout(json(log));
  else {
    const { macLogText } = await import("../explain/mac-log-text.ts");
    terminal.stdout(macLogText(log));
  }
  return log.attempts.some(({ evidence }) => evidence !== null) ? 0 : 1;
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** All that can be explained, or the rows that contain the words that were named. */
function list(asked: string, asJson: boolean, terminal: Terminal): ExitCode {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = listKnowledge().filter((row) => words.every((word) => textOf(row).includes(word)));
  if (asJson) terminal.stdout(json(rows));
  else
    terminal.stdout(
      rows.map(({ name, title, kind }) => `${oneLine(`${kind}  ${name}  ${title}`)}\n`).join(""),
    );
  if (rows.length === 0)
    terminal.stderr(
      "latchkey: Nothing that can be explained contains these words. Use fewer or shorter ones.\n",
    );
  return rows.length > 0 ? 0 : 1;
}

function textOf({ name, title, meaning }: KnowledgeRow): string {
  return `${name} ${title} ${meaning}`.toLowerCase();
}

function isUnknown(entries: readonly Explanation[]): boolean {
  return entries.some(({ kind }) => kind === "unknown-code");
}

/** One line on stderr for the codes that the catalogue does not list. */
function sayUnknown(entries: readonly Explanation[], terminal: Terminal): ExitCode {
  const lines = entries.flatMap(({ kind, code, links }) =>
    kind === "unknown-code"
      ? `The code ${code} is not in the catalogue. Look it up at ${links[0]?.url}.`
      : [],
  );
  terminal.stderr(`latchkey: ${oneLine(lines.join(" "))}\n`);
  return 2;
}

function offer(answer: Extract<ExplainAnswer, { kind: "candidates" }>): string {
  const offered = answer.candidates.flatMap(({ name, title, question }, index) => [
    `${index + 1}. ${title}`,
    `   To decide: ${question}`,
    `   To read more: latchkey explain ${name}`,
  ]);
  const head = [`${answer.title} ${answer.detail}`];
  return [...head.map(oneLine), ...offered, oneLine(answer.fix), ""].join("\n");
}

function text(found: Explanation): string {
  const lines = [
    ...(found.kind === "situation" ? [found.title, found.meaning] : [`${found.title}: ${found.meaning}`]),
    ...(found.assessed ? judgement(found) : ["Not assessed: only the meaning of this code is known."]),
    ...(found.suspects.length > 0 ? ["What to test, likeliest first:"] : ["What to do:"]),
    ...(found.suspects.length > 0
      ? found.suspects.map(
          (suspect, index) => `${index + 1}. ${suspect.what} ${suspect.because} ${suspect.test}`,
        )
      : found.steps.map((step) => `- ${step}`)),
    ...(found.commands.length > 0 ? ["On the Mac:"] : []),
    ...found.commands.map(({ title, command }) => `- ${title}: ${command}`),
    ...found.links.map((link) => `- ${link.label}: ${link.url}`),
    ...found.sources.map((source) => `Source: ${source}`),
  ];
  return `${lines.map(oneLine).join("\n")}\n`;
}

function judgement(found: Explanation): readonly string[] {
  if (found.kind === "situation") return [`Certainty: ${found.certainty}. A code would decide.`];
  const log = found.signInLog;
  return [
    `Password: ${found.passwordVerdict} (${found.certainty}). ${found.basis}`,
    `Jamf Connect (${found.jamfConnect.certainty}): ${found.jamfConnect.why}`,
    `Cause: ${found.cause}`,
    ...(log === null ? [] : [`Sign-in log: ${log.status}. ${log.note}`]),
    `Lock-out and risk: ${found.risk}`,
  ];
}
