import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";
import { signInAsAsked } from "../../support/sign-in-as-asked.ts";
import { start } from "../practice-tenant/support.ts";

const CLIENT = "aaaabbbb-0000-4000-8000-0000000000c1";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-transcript-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Answers of What If as somebody wrote them down: a resource that no policy reaches, and one where the tenant knows more. */
async function writeAnswers(policyId: string): Promise<void> {
  const answered = (applies: boolean, analysisReasons: string) => ({
    id: policyId,
    displayName: "CA001",
    policyApplies: applies,
    analysisReasons,
  });
  const another = {
    ...answered(true, "notSet"),
    id: `f${policyId.slice(1)}`,
    displayName: "CA050 Block device code",
  };
  const files = {
    "login.json": [answered(false, "application")],
    "check.json": [answered(true, "notSet"), another],
  };
  for (const [name, value] of Object.entries(files))
    await writeFile(join(folder, name), JSON.stringify({ value }));
}

test("the transcript of the page is what the command prints with MSAL, the practice Graph and What If", async () => {
  const page = await readFile(join(import.meta.dirname, "../../../docs/conditional-access.md"), "utf8");
  const [, transcript = ""] = /## From the sign-in to What If[\s\S]*?```\n([\s\S]*?)```/u.exec(page) ?? [];
  const practice = await start("custom-scope-2023-legacy", (tenant) => ({
    ...tenant,
    deviceCode: { seconds: 900, interval: 1 },
  }));
  await writeFile(join(folder, "practice.mobileconfig"), practice.profile.bytes);
  await writeAnswers(practice.known(null).policies[0]?.id ?? "");
  const words: Readonly<Record<string, string>> = { CLIENT, AUTHORITY: practice.authority };
  const printed: string[] = [];
  for (const line of transcript.split("\n").filter((one) => one.startsWith("$ "))) {
    const [, ...args] = line.slice(2).split(" ");
    const terminal = recordingTerminal();
    const given = args.map(
      (word) => words[word] ?? (/\.\w+$/u.test(word) && !word.includes("@") ? join(folder, word) : word),
    );
    const running = runCommandLine(given, terminal);
    await signInAsAsked(terminal, practice);
    const code = await running;
    // The answer is the same as before; What If is not.
    const out =
      printed.length === 0 ? terminal.out() : terminal.out().replace(/^[\s\S]*?(?=\nMicrosoft's)/u, "…\n");
    printed.push(line, terminal.err().trimEnd(), out.trimEnd(), `(exit code ${code})`);
  }
  expect(printed.length).toBe(8);
  const { port } = new URL(practice.authority);
  const text = printed
    .join("\n")
    .replaceAll(`127.0.0.1:${port}`, "127.0.0.1:PORT")
    .replaceAll(/Type this code: \S+/gu, "Type this code: CODE");
  expect(`${text}\n`).toBe(transcript);
});
