import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { createDraftStore, draftsFolder } from "../../main/app/drafts/draft-store.ts";
import { readProfile } from "../../main/core/profile/index.ts";

/** A program that edits and saves a profile until it is killed. */
export type KilledEditor = {
  /** Kills it at a random moment; what it left: a whole profile or not, and how many drafts that can be read and not. */
  readonly killOnce: (
    path: string,
    state: string,
  ) => Promise<{ readonly isWhole: boolean; readonly drafts: number; readonly damaged: number }>;
  readonly remove: () => void;
};

const id = "0b2c4a6e-1111-4222-8333-444455556666";

/** @param random from 0 to below 1: how far into the first rounds the next kill comes */
export async function createKilledEditor(random: () => number = Math.random): Promise<KilledEditor> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-killed-editor-"));
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: resolve(import.meta.dirname, "editing-process.ts"),
      outDir: folder,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "editor.mjs" } },
    },
  });
  const program = pathToFileURL(join(folder, "editor.mjs")).href;
  return {
    killOnce: async (path, state) => {
      const call = `editForever(${[path, state, id].map((text) => JSON.stringify(text)).join(", ")})`;
      const script = `const { editForever } = await import(${JSON.stringify(program)}); await ${call};`;
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = once(child, "exit");
      const started = await Promise.race([once(child.stdout, "data"), ended.then(() => null)]);
      if (started === null) throw new Error("The editor ended by itself.");
      // A random moment of the rounds that follow, in turns of the event loop; no time is waited for.
      const until = performance.now() + random() * 30;
      while (performance.now() < until) await new Promise(setImmediate);
      child.kill("SIGKILL");
      await ended;
      const whole = readProfile(readFileSync(path), { fileName: path });
      const { drafts, damaged } = await createDraftStore(draftsFolder(state)).list();
      return { isWhole: whole.ok, drafts: drafts.length, damaged: damaged.length };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
