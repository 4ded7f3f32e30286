import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lacksOfFirstScreen, screenColours } from "./support/first-screen.ts";
import { packageFolder, type StartedApp, withApp } from "./support/packaged-app.ts";
import { coloursOf, crop, writePng } from "./support/picture.ts";
import { listeningPorts, processTree } from "./support/processes.ts";
import { lacksOfSignIns } from "./support/sign-ins-screen.ts";
import type { XWindow } from "./support/x-display.ts";

const pictures = join(import.meta.dirname, "../../.cache/package");

/** How long to wait, not how fast to be: without a graphics card Chromium tries three times before it draws by itself. */
const patience = { timeout: 90_000, interval: 200 };

/** The app's own window; the toolkit has others, which nobody sees. */
async function ownWindow({ display }: StartedApp): Promise<XWindow | undefined> {
  return (await display.windows()).find(({ area }) => area.width >= 1024);
}

/** Waits until the first screen is there to be seen. */
function untilFirstScreen(app: StartedApp, pictureName: string): Promise<XWindow> {
  return untilSeen(app, pictureName, lacksOfFirstScreen);
}

/**
 * Waits until the app's window shows something; the picture is kept whether it does or not.
 *
 * @param lacksOf what a picture still lacks of it
 */
async function untilSeen(
  app: StartedApp,
  pictureName: string,
  lacksOf: typeof lacksOfFirstScreen,
): Promise<XWindow> {
  const colours = await screenColours();
  try {
    await expect
      .poll(async () => {
        const window = await ownWindow(app);
        return window === undefined
          ? ["a window"]
          : lacksOf(await app.display.picture(), window.area, colours);
      }, patience)
      .toEqual([]);
  } finally {
    await mkdir(pictures, { recursive: true });
    await writeFile(join(pictures, `${pictureName}.png`), writePng(await app.display.picture()));
  }
  const window = await ownWindow(app);
  if (window === undefined) throw new Error("The window has gone.");
  return window;
}

describe("the packaged app, started by somebody without rights", () => {
  it("shows its first screen, keeps Chromium's sandbox and listens on nothing", async () => {
    await withApp({}, async (app) => {
      const window = await untilFirstScreen(app, "first-screen");
      expect(window.title).toBe("Latchkey");
      expect(window.area).toMatchObject({ width: 1280, height: 820 });
      // A picture with hundreds of colours is no plain rectangle, whatever else was found in it.
      expect(coloursOf(crop(await app.display.picture(), window.area)).length).toBeGreaterThan(200);

      const processes = await processTree(app.pid);
      const renderers = processes.filter(({ command }) => command.includes("--type=renderer"));
      expect(renderers).not.toEqual([]);
      // 2 is a filter of system calls; more than one number for a process is a namespace of its own.
      expect(renderers.map(({ status }) => status["Seccomp"])).toEqual(renderers.map(() => "2"));
      for (const { status } of renderers) expect(status["NSpid"]?.split("\t").length).toBeGreaterThan(1);
      expect(processes.flatMap(({ command }) => command).filter((part) => part === "--no-sandbox")).toEqual(
        [],
      );
      expect(await listeningPorts(processes)).toEqual([]);
      // Node would begin to listen for a debugger on SIGUSR1, the tenth; nobody has asked to be told of it.
      const caught = BigInt(`0x${processes[0]?.status["SigCgt"]}`);
      expect(caught & (1n << 9n)).toBe(0n);
    });
  });

  it("attack: --inspect and NODE_OPTIONS have no effect, the app starts as ever and listens on nothing", async () => {
    await withMark(async (mark) => {
      const script = join(mark, "..", "required.cjs");
      await writeFile(script, `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "ran")`, {
        mode: 0o644,
      });
      const options = {
        args: ["--inspect=0", "--inspect-brk=0", "--inspect-port=0"],
        environment: { NODE_OPTIONS: `--require=${script} --inspect=0` },
      };
      await withApp(options, async (app) => {
        await untilFirstScreen(app, "inspect");
        expect(await listeningPorts(await processTree(app.pid))).toEqual([]);
      });
      expect(await readOrNull(mark)).toBeNull();
    });
  });

  it("attack: ELECTRON_RUN_AS_NODE does not make it a Node that runs any script", async () => {
    await withMark(async (mark) => {
      const code = `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "ran")`;
      await withApp({ args: ["-e", code], environment: { ELECTRON_RUN_AS_NODE: "1" } }, async (app) => {
        await untilFirstScreen(app, "run-as-node");
      });
      expect(await readOrNull(mark)).toBeNull();
    });
  });

  it("attack: another app that is put in the place of the archive is not run", async () => {
    await withMark(async (mark) => {
      const resources = join(packageFolder, "resources");
      await rename(join(resources, "app.asar"), join(resources, "away"));
      try {
        await mkdir(join(resources, "app"));
        const code = `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "ran"); process.exit(7);`;
        await writeFile(join(resources, "app/package.json"), '{"name":"other","main":"main.cjs"}');
        await writeFile(join(resources, "app/main.cjs"), code);
        await withApp({}, async (app) => {
          // Without an app that it may run, it asks nobody anything and ends.
          expect(await app.untilExit).not.toBe(7);
        });
      } finally {
        await rm(join(resources, "app"), { recursive: true, force: true });
        await rename(join(resources, "away"), join(resources, "app.asar"));
      }
      expect(await readOrNull(mark)).toBeNull();
    });
  });
});

describe("the packaged app, started with a switch that opens a debugger", () => {
  it.each([
    ["--remote-debugging-port=0", "remote-debugging-port"],
    ["-remote-debugging-port=0", "remote-debugging-port"],
    ["--remote-debugging-pipe", "remote-debugging-pipe"],
    ["--disable-web-security", "disable-web-security"],
  ])(
    "attack: with %s it ends at once with one line, listens on nothing and answers nobody",
    async (arg, name) => {
      await withApp({ args: [arg] }, async (app) => {
        const [, , , toApp, fromApp] = app.child.stdio;
        let answered = "";
        fromApp?.on("data", (chunk: Buffer) => {
          answered += chunk.toString();
        });
        // The app may be gone before it is asked.
        toApp?.on("error", () => undefined);
        if (toApp !== null && toApp !== undefined && "write" in toApp) {
          toApp.write('{"id":1,"method":"Browser.getVersion"}\0');
        }
        const heard = new Set<number>();
        let hasEnded = false;
        void app.untilExit.then(() => {
          hasEnded = true;
        });
        const isDecided = async () => {
          for (const port of await listeningPorts(await processTree(app.pid))) heard.add(port);
          return hasEnded || heard.size > 0 || answered !== "";
        };
        await expect.poll(isDecided, { ...patience, interval: 10 }).toBe(true);
        expect([...heard]).toEqual([]);
        expect(answered).toBe("");
        expect(await app.untilExit).toBe(2);
        const said = app
          .errors()
          .split("\n")
          .filter((line) => line.includes("Latchkey"));
        expect(said).toEqual([
          `Latchkey does not start with --${name}, because passwords are typed into it. Start it without.`,
        ]);
      });
    },
  );
});

/** Gives a path that anybody may write to, and takes it away again. */
async function withMark(look: (mark: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-package-mark-"));
  try {
    await chmod(folder, 0o777);
    await look(join(folder, "mark"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}

describe("the packaged app, given a sign-in log as an opened file", () => {
  it("reads it with the native part of DuckDB that it carries, and shows its number", async () => {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-log-"));
    try {
      await chmod(folder, 0o755);
      const log = join(folder, "SignIns.json");
      const codes = [0, 50076, 50076, 50126, 50053, 53003];
      const rows = codes.map((errorCode, index) => ({
        id: `row-${index}`,
        createdDateTime: `2026-11-09T08:0${index}:00Z`,
        userPrincipalName: "ada@contoso.com",
        status: { errorCode },
      }));
      await writeFile(log, JSON.stringify(rows), { mode: 0o644 });
      await withApp({ args: [log] }, async (app) => {
        // The title comes first: without a graphics card the page is drawn some time after it.
        await expect
          .poll(async () => (await ownWindow(app))?.title, patience)
          .toBe("Sign-ins: 3 real failures – Latchkey");
        await untilSeen(app, "sign-ins", lacksOfSignIns);
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
