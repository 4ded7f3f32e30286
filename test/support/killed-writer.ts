import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** A program that writes one file over and over with the app's own writer, until it is killed. */
export type KilledWriter = {
  /**
   * Lets the program write to `path`, each time with other bytes, and kills it at a random moment of that.
   *
   * @returns what the kill left behind
   */
  readonly killOnce: (path: string) => Promise<LeftBehind>;
  readonly remove: () => void;
};

export type LeftBehind = {
  /** Whether the file holds what one whole write put there. */
  readonly isWhole: boolean;
  /** Names of drafts beside it. */
  readonly drafts: readonly string[];
};

/** Bytes that tell by themselves whether they are all there: one letter, over and over. */
const size = 500_000;

/**
 * Makes the program once; every kill starts it anew.
 *
 * @param random from 0 to below 1: where in the time of two writes the next kill comes
 */
export async function createKilledWriter(random: () => number = Math.random): Promise<KilledWriter> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-killed-writer-"));
  const program = await bundledWriter(folder);
  return {
    killOnce: async (path) => {
      const writer = spawn(process.execPath, ["--input-type=module", "--eval", script(program, path)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = new Promise((done) => writer.once("exit", done));
      const pace = await paceOf(writer);
      // A random point of the writes that follow, in turns of the event loop; no time is waited for.
      const until = performance.now() + random() * 2 * pace;
      while (performance.now() < until) await new Promise(setImmediate);
      writer.kill("SIGKILL");
      await ended;
      return leftBehind(path);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Bundles the writer for a process of its own, which cannot read TypeScript. */
async function bundledWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: resolve(import.meta.dirname, "../../main/files/write-atomically.ts"),
      outDir: folder,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "writer.mjs" } },
    },
  });
  return pathToFileURL(join(folder, "writer.mjs")).href;
}

/** Says after each of the first writes how long it took; then writes on. */
function script(program: string, path: string): string {
  return `
    const { writeAtomically } = await import(${JSON.stringify(program)});
    for (let round = 0; ; round += 1) {
      const start = performance.now();
      const problem = await writeAtomically(${JSON.stringify(path)}, Buffer.alloc(${size}, 97 + (round % 26)));
      if (problem !== null) throw new Error(problem.detail);
      if (round < 2) process.stdout.write(String(performance.now() - start) + "\\n");
    }`;
}

/** Milliseconds that the second write took: the first one loads what it needs. */
function paceOf(writer: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    let text = "";
    writer.stdout?.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      const [, second, rest] = text.split("\n");
      if (second !== undefined && rest !== undefined) done(Number(second));
    });
    writer.once("exit", () => fail(new Error("The writer ended by itself.")));
  });
}

function leftBehind(path: string): LeftBehind {
  const bytes = readFileSync(path);
  const isWhole = bytes.equals(Buffer.alloc(size, bytes[0]));
  const drafts = readdirSync(dirname(path)).filter(
    (name) => name.startsWith(`.${basename(path)}.`) && name.endsWith(".part"),
  );
  return { isWhole, drafts };
}
