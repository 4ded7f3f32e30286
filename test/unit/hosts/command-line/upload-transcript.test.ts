import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeXmlPlist } from "../../../../main/core/plist/index.ts";
import type { PlistValue } from "../../../../main/core/plist/value.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import type { PracticeJamfPro } from "../../../../main/practice-jamf-pro/index.ts";
import { practiceJamfPro } from "../../../support/practice-jamf-pro.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";
import { direct, login, profile, type Settings } from "../../core/jamf-pro/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-transcript-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "staff.mobileconfig");
const write = (settings: Settings) =>
  writeFileSync(file, writeXmlPlist(profile([direct(login, settings)]).root));

const tenant = (end: string) => `0f0f0f0f-1111-4222-8333-44445555${end}`;
const first: Settings = {
  OIDCProvider: "EntraID",
  OIDCClientID: "0f0f0f0f-1111-4222-8333-444455556666",
  OIDCTenant: tenant("7777"),
  OIDCNewPassword: false,
};

/** What somebody does between the calls, by the words of the page. */
const deeds: Readonly<Record<string, (practice: PracticeJamfPro) => void>> = {
  "OIDCTenant is changed in the file, LocalFallback added": () =>
    write({ ...first, OIDCTenant: tenant("8888"), LocalFallback: true }),
  "somebody changes OIDCTenant in Jamf Pro": ({ world }) => {
    world.profiles = world.profiles.map((kept) => {
      const root = withTenant(kept.root);
      return kept.id === 3 && root.kind === "dict" ? { ...kept, root } : kept;
    });
  },
};

function withTenant(value: PlistValue): PlistValue {
  if (value.kind === "array") return { kind: "array", items: value.items.map(withTenant) };
  if (value.kind !== "dict") return value;
  return {
    kind: "dict",
    entries: new Map(
      [...value.entries].map(([key, item]) => [
        key,
        key === "OIDCTenant" ? { kind: "string", value: tenant("9999") } : withTenant(item),
      ]),
    ),
  };
}

/** The words of a command line as a shell takes them apart; single quotes keep blanks. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|([^\s']+)((?:'[^']*')?)/gu)].map(
    ([, quoted, plain = "", rest = ""]) => quoted ?? plain + rest.replaceAll("'", ""),
  );
}

it("the transcript of the page is what the commands print against the practice Jamf Pro", async () => {
  const page = readFileSync(new URL("../../../../docs/jamf-pro.md", import.meta.url), "utf8");
  const [, transcript = ""] = /## From nothing to drift[\s\S]*?```\n([\s\S]*?)```/u.exec(page) ?? [];
  const practice = await practiceJamfPro();
  const port = new URL(practice.origin).port;
  write(first);
  const printed: string[] = [];
  let signedIn = 0;
  for (const line of transcript.split("\n").filter((one) => /^(?:\$ |\()/u.test(one))) {
    printed.push(line);
    if (line.startsWith("(")) {
      const deed = deeds[line.slice(1, -1)];
      if (deed === undefined) throw new Error(`Nobody knows how to do this: ${line}`);
      deed(practice);
      continue;
    }
    const [, command = "", ...args] = words(line.slice(2));
    if (command === "practice-jamf-pro") {
      printed.push(transcript.split("\n")[1] ?? "");
      continue;
    }
    const terminal = recordingTerminal([practice.world.clientSecret]);
    const who = ["--jamf-pro", practice.origin, "--client-id", "practice-client", "--secret-stdin"];
    const given = args.map((word) => (word === "staff.mobileconfig" ? file : word));
    await runCommandLine([command, ...given, ...who], terminal);
    const said = terminal.err().trimEnd();
    if (signedIn === 0) printed.push(said);
    else expect(said).toMatch(/^Signed in to \S+, Jamf Pro \S+\.$/u);
    signedIn += 1;
    printed.push(terminal.out().trimEnd());
  }
  expect(signedIn).toBeGreaterThan(6);
  expect(`${printed.join("\n").replaceAll(`127.0.0.1:${port}`, "127.0.0.1:PORT")}\n`).toBe(transcript);
});
