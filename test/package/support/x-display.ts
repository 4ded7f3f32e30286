import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chown, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import type { Person } from "./person.ts";
import { type Area, type Picture, readWindowDump } from "./picture.ts";

const run = promisify(execFile);

/** A window as the X server knows it. */
export type XWindow = { readonly title: string; readonly area: Area };

/** A display of its own, which only who has the cookie gets at. */
export type XDisplay = {
  /** What a program needs in its environment to get there. */
  readonly environment: Readonly<Record<string, string>>;
  /** The top-level windows that are shown. */
  readonly windows: () => Promise<readonly XWindow[]>;
  /** What is on the screen now. */
  readonly picture: () => Promise<Picture>;
  readonly close: () => Promise<void>;
};

/**
 * Starts Xvfb on a free display with a screen of 1920 × 1080.
 *
 * @param folder for its files
 * @param person who may get in
 */
export async function startDisplay(folder: string, person: Person): Promise<XDisplay> {
  const [authority, screen] = [join(folder, "authority"), join(folder, "screen")];
  await mkdir(screen, { recursive: true });
  await writeFile(authority, cookieFile(randomBytes(16)), { mode: 0o600 });
  if (person.uid !== undefined) await chown(authority, person.uid, person.gid ?? person.uid);
  const server = spawn(
    "Xvfb",
    [
      ...["-displayfd", "3", "-auth", authority, "-nolisten", "tcp", "-noreset"],
      ...["-screen", "0", "1920x1080x24", "-fbdir", screen],
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const ended = once(server, "exit");
  const number = await text(server.stdio[3] as NodeJS.ReadableStream);
  if (!/^\d+\n$/.test(number)) throw new Error("Xvfb did not start.");
  const environment = { DISPLAY: `:${number.trim()}`, XAUTHORITY: authority };
  return {
    environment,
    windows: async () => {
      const { stdout } = await run("xwininfo", ["-root", "-tree"], {
        env: { ...process.env, ...environment },
      });
      return readTree(stdout);
    },
    picture: async () => readWindowDump(await readFile(join(screen, "Xvfb_screen0"))),
    close: async () => {
      server.kill();
      await ended;
    },
  };
}

/** An Xauthority file with one cookie, for every host and every display (Xauth: family 65535 is "wild"). */
function cookieFile(cookie: Buffer): Buffer {
  const counted = (bytes: Buffer) =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const nothing = counted(Buffer.alloc(0));
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    nothing,
    nothing,
    counted(Buffer.from("MIT-MAGIC-COOKIE-1")),
    counted(cookie),
  ]);
}

/** The windows directly below the root of what `xwininfo -root -tree` prints; helpers of one by one pixel are left out. */
function readTree(tree: string): readonly XWindow[] {
  const found: XWindow[] = [];
  for (const line of tree.split("\n")) {
    const parts = /^ {5}0x[\da-f]+ "(.*)": \(.*\) {2}(\d+)x(\d+)\+-?\d+\+-?\d+ {2}\+(-?\d+)\+(-?\d+)$/.exec(
      line,
    );
    if (parts === null) continue;
    const [width = 0, height = 0, x = 0, y = 0] = parts.slice(2).map(Number);
    if (width > 1 && height > 1) found.push({ title: parts[1] ?? "", area: { x, y, width, height } });
  }
  return found;
}
