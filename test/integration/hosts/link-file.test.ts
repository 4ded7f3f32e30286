import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { watch } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openInBrowser } from "../../../main/hosts/launch/open-in-browser.ts";
import { serveCommand } from "./support/served-app.ts";

const isLinux = process.platform === "linux";
if (!isLinux)
  console.log(
    "Only Linux shows the arguments of all processes as files: how links are opened is not tested.",
  );

/** What another user could see while the opener runs, and the opener's own view. Written to the folder in `$SEEN`. */
const opener = `#!/bin/sh
cat /proc/[0-9]*/cmdline > "$SEEN/arguments" 2>/dev/null
env > "$SEEN/environment"
printf '%s' "$1" > "$SEEN/argument"
cat "$1" > "$SEEN/page"
stat -c %a "$1" "$(dirname "$1")" > "$SEEN/modes"
mv "$SEEN/modes" "$SEEN/done"
`;

/** A folder with the stand-ins for the system's openers, and one for what they saw. */
function standIns() {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-openers-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const seen = join(folder, "seen");
  mkdirSync(seen);
  for (const name of ["xdg-open", "open"]) {
    writeFileSync(join(folder, name), opener);
    chmodSync(join(folder, name), 0o755);
  }
  const environment = { PATH: `${folder}${delimiter}${process.env["PATH"]}`, SEEN: seen };
  const changes = watch(seen);
  const read = (name: string) => readFileSync(join(seen, name), "utf8");
  const done = async () => {
    if (!existsSync(join(seen, "done"))) {
      for await (const { filename } of changes) if (filename === "done") break;
    }
    return {
      arguments: read("arguments"),
      environment: read("environment"),
      page: read("page"),
      argument: read("argument"),
      modes: read("done"),
    };
  };
  return { folder, environment, done };
}

it("attack: the token of the link stands in no argument and no environment while the browser is opened", async () => {
  if (!isLinux) return;
  const { environment, done } = standIns();
  const app = await serveCommand(["app", "--browser"], { environment: () => environment });
  onTestFinished(() => app.stop());
  const url = new URL(/(http:\S+)/.exec(app.firstLine)?.[1] ?? "");
  const token = new URLSearchParams(url.hash.slice(1)).get("token") ?? "";
  const seen = await done();
  expect(token).toHaveLength(43);
  expect(seen.arguments).not.toContain(token);
  expect(seen.environment).not.toContain(token);
  // What was opened leads there all the same, and is this user's only.
  expect(seen.page).toContain(url.href);
  expect(seen.argument.startsWith(app.home)).toBe(true);
  expect(seen.modes).toBe("600\n700\n");
  const { origin } = url;
  const session = await fetch(`${origin}/session`, {
    method: "POST",
    headers: { origin },
    body: JSON.stringify({ token }),
  });
  expect(session.status).toBe(200);
  expect(existsSync(seen.argument)).toBe(false);
});

it("attack: a link that nobody followed is gone when the app ends", async () => {
  if (!isLinux) return;
  const { environment, done } = standIns();
  const app = await serveCommand(["app", "--browser"], { environment: () => environment });
  const { argument } = await done();
  expect(existsSync(argument)).toBe(true);
  await app.stop();
  expect(existsSync(argument)).toBe(false);
});

it("attack: the address of a test login, with its state, stands in no argument either", async () => {
  if (!isLinux) return;
  const { folder, environment, done } = standIns();
  const address = "https://login.contoso.example/authorize?client_id=x&state=state-that-only-we-know";
  const forget = await openInBrowser(address, { platform: "linux", environment, home: folder });
  const seen = await done();
  expect(seen.arguments).not.toContain("state-that-only-we-know");
  expect(seen.page).toContain("state=state-that-only-we-know");
  forget();
  expect(readdirSync(folder).filter((name) => name.startsWith("latchkey-link-"))).toEqual([]);
});

it("a link of a start that was ended by force goes with the next one, and nothing else does", async () => {
  if (!isLinux) return;
  const { folder, environment, done } = standIns();
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const [name, file] of [
    ["latchkey-link-aaaaaa", "open.html"],
    ["latchkey-link-bbbbbb", "mine.txt"],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, file), "");
    utimesSync(join(folder, name), longAgo, longAgo);
  }
  const forget = await openInBrowser("https://a.example/", { platform: "linux", environment, home: folder });
  await done();
  forget();
  expect(existsSync(join(folder, "latchkey-link-aaaaaa"))).toBe(false);
  expect(statSync(join(folder, "latchkey-link-bbbbbb", "mine.txt")).isFile()).toBe(true);
});
