import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import type { CallOutput } from "../../../preload/contract.ts";
import { type Bench, type BenchOptions, createBench } from "../../contract/bench.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";

/** What a call of the command line left behind. */
export type Printed = { readonly code: number; readonly out: string; readonly err: string };

/** Calls the command line in this process. */
export async function latchkey(args: readonly string[], stdin: readonly string[] = []): Promise<Printed> {
  const terminal = recordingTerminal(stdin);
  const code = await runCommandLine(args, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

/** A file that is gone when the test is. */
export function file(name: string, content: Uint8Array | string): string {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-parity-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The app behind its window, ended with the test. */
export function app(options: BenchOptions = {}): Bench {
  const bench = createBench(options);
  onTestFinished(() => bench.session.dispose());
  return bench;
}

/** Opens a profile in the app. */
export function open(bench: Bench, profile: string): Promise<CallOutput<"profile.open">> {
  return bench.call("profile.open", { file: bench.give("staff.mobileconfig", profile) });
}

/** A payload's settings as XML. */
export type Settings = Readonly<
  Record<string, string | number | boolean | readonly string[] | Readonly<Record<string, string>>>
>;

/** A profile with one payload for each domain. */
export function profile(payloads: Readonly<Record<string, Settings>>): string {
  const content = Object.entries(payloads).map(
    ([type, settings], index) =>
      `<dict>${entries({
        ...settings,
        PayloadType: type,
        PayloadIdentifier: `com.contoso.${index}`,
        PayloadUUID: `0A0A0A0A-1111-4222-8333-44444444444${index}`,
        PayloadVersion: 1,
      })}</dict>`,
  );
  const head = entries({
    PayloadDisplayName: "Contoso staff",
    PayloadIdentifier: "com.contoso.staff",
    PayloadType: "Configuration",
    PayloadUUID: "0C0C0C0C-1111-4222-8333-444444444444",
    PayloadVersion: 1,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${head}<key>PayloadContent</key><array>${content.join("")}</array></dict></plist>\n`;
}

function entries(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => `<key>${key}</key>${xml(value)}`)
    .join("");
}

function xml(value: Settings[string]): string {
  if (typeof value === "boolean") return value ? "<true/>" : "<false/>";
  if (typeof value === "number") return `<integer>${value}</integer>`;
  if (typeof value === "string") return `<string>${value}</string>`;
  if (Array.isArray(value))
    return `<array>${value.map((item) => `<string>${item}</string>`).join("")}</array>`;
  return `<dict>${entries(value as Settings)}</dict>`;
}
