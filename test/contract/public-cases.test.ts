import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommandLine } from "../../main/hosts/command-line/run.ts";
import { publicCases } from "../support/public-cases/index.ts";
import type { PublicCase } from "../support/public-cases/public-case.ts";
import { recordingTerminal } from "../support/recording-terminal.ts";

const scratch = mkdtempSync(join(tmpdir(), "latchkey-cases-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("every case has a name of its own", () => {
  const names = publicCases.map(({ kind, name }) => `${kind}: ${name}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(publicCases.map((one, index) => [`${one.kind}: ${one.name}`, one, index] as const))(
  "%s",
  async (_, one, index) => {
    const server = (await one.server?.()) ?? null;
    const { exit, out, err } = await call(one, join(scratch, String(index)), server?.origin ?? "").finally(
      () => server?.close(),
    );
    const answer = `${out}${err}`;
    // Text first: an answer that is not there explains a wrong exit code better than the number.
    for (const part of one.says) expect(answer).toMatch(part);
    for (const part of one.neverSays ?? []) expect(answer).not.toMatch(part);
    const requests = server?.requests.join("\n") ?? "";
    for (const part of one.asks ?? []) expect(requests).toMatch(part);
    for (const part of one.neverAsks ?? []) expect(requests).not.toMatch(part);
    if (exit === 2) expect(err.match(/^latchkey: /gm), "one line of what is wrong").toHaveLength(1);
    if (one.json !== undefined) expect(JSON.parse(out)).toMatchObject(one.json);
    expect(exit).toBe(one.exit);
  },
);

/** One call of the command line in this process, with the case's files in a folder of their own. */
async function call({ files: given, call: words, stdin = [] }: PublicCase, folder: string, origin: string) {
  const placed = <T>(content: T) =>
    typeof content === "string" ? content.replaceAll("ORIGIN", origin) : content;
  const files = typeof given === "function" ? await given() : given;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), placed(content));
  }
  const terminal = recordingTerminal(stdin);
  const exit = await runCommandLine(
    words.map((word) => (Object.hasOwn(files, word) ? join(folder, word) : `${placed(word)}`)),
    terminal,
  );
  return { exit, out: terminal.out(), err: terminal.err() };
}
