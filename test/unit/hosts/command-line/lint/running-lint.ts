import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { exampleHead, examplePayload } from "../../../../../main/core/lint/example-profile.ts";
import type { ExampleSettings } from "../../../../../main/core/lint/rule.ts";
import { profileFromTypedJson, writeProfile } from "../../../../../main/core/profile/index.ts";
import { runCommandLine } from "../../../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../../../support/recording-terminal.ts";

/** A folder of its own for the tests of one file, gone after them. */
export function lintFolder() {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "latchkey-lint-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const inFolder = (...names: readonly string[]): string => join(folder, ...names);

  /** Writes a profile with these settings of the login window, and gives its path. */
  const file = async (
    name: string,
    settings: ExampleSettings,
    to: "mobileconfig" | "binary-plist" = "mobileconfig",
  ): Promise<string> => {
    const path = inFolder(name);
    await mkdir(join(path, ".."), { recursive: true });
    const payload = { ...examplePayload("com.jamf.connect.login"), ...settings };
    const document = profileFromTypedJson({ ...exampleHead, PayloadContent: [payload] }, { fileName: null });
    const bytes = document.ok ? writeProfile(document.value, { to }) : document;
    if (!bytes.ok) throw new Error(bytes.problem.detail);
    await writeFile(path, bytes.value);
    return path;
  };
  return { inFolder, file };
}

/** Runs `latchkey lint` and gives what it printed. */
export async function lint(...args: readonly string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(["lint", ...args], terminal);
  const json =
    args.includes("--json") || args.includes("--sarif") ? JSON.parse(terminal.out() || "null") : null;
  return { code, json, out: terminal.out(), err: terminal.err() };
}

type Json = {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { readonly rule: string }[];
  }[];
};

/** The rules of everything that was found. */
export const rules = ({ files }: Json) => files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
