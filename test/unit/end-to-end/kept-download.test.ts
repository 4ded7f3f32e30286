import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Download, integrityOf, keepDownload } from "../../e2e/support/kept-download.ts";
import { reasonOf } from "../../e2e/support/packaged-chromium.ts";

let folder: string;
let home: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-download-"));
  home = join(folder, "kept", "browser");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A download of this text, which counts what was done with it. */
function downloadOf(text: string, integrity: string) {
  const done: string[] = [];
  const download: Download = {
    name: "a browser",
    integrity,
    fetchInto: async (into) => {
      done.push("fetched");
      await writeFile(join(into, "archive"), text);
      return join(into, "archive");
    },
    unpack: async (archive, into) => {
      done.push("unpacked");
      await copyFile(archive, join(into, "browser"));
    },
  };
  return { done, download };
}

async function pinned(text: string): Promise<string> {
  writeFileSync(join(folder, "published"), text);
  return integrityOf(join(folder, "published"));
}

describe("a download that is kept", () => {
  test("lies unpacked where it belongs, and is fetched once", async () => {
    const { done, download } = downloadOf("the browser", await pinned("the browser"));
    await keepDownload(home, download);
    await keepDownload(home, download);
    expect(readFileSync(join(home, "browser"), "utf8")).toBe("the browser");
    expect(done).toEqual(["fetched", "unpacked"]);
    expect(readdirSync(join(home, ".."))).toEqual(["browser"]);
  });

  test("attack: a browser package that is not the published one is refused before it is unpacked, and nothing of it stays", async () => {
    const { done, download } = downloadOf("another browser", await pinned("the browser"));
    await expect(keepDownload(home, download)).rejects.toThrow(
      "What was downloaded is not a browser: its digest is another one.",
    );
    expect(done).toEqual(["fetched"]);
    expect(readdirSync(join(home, ".."))).toEqual([]);
  });

  test("one that breaks off does not stand in the way of the next", async () => {
    const { download } = downloadOf("the browser", await pinned("the browser"));
    const broken = {
      ...download,
      unpack: async (archive: string, into: string) => {
        await download.unpack(archive, into);
        throw new Error("The disk is full.");
      },
    };
    await expect(keepDownload(home, broken)).rejects.toThrow("The disk is full.");
    expect(existsSync(home)).toBe(false);
    await keepDownload(home, download);
    expect(readdirSync(home)).toEqual(["browser"]);
  });

  test("two processes that fetch at once do not disturb each other", async () => {
    const { download } = downloadOf("the browser", await pinned("the browser"));
    await Promise.all([keepDownload(home, download), keepDownload(home, download)]);
    expect(readFileSync(join(home, "browser"), "utf8")).toBe("the browser");
    expect(readdirSync(join(home, ".."))).toEqual(["browser"]);
  });
});

test("why npm failed is said in one sentence, without what names the registry", () => {
  const stderr = "npm error code ENOTFOUND\nnpm error network request to https://registry.example/ failed\n";
  expect(reasonOf(Object.assign(new Error(`Command failed: npm pack\n${stderr}`), { stderr }))).toBe(
    "npm says ENOTFOUND.",
  );
  expect(reasonOf(new Error("spawn npm ENOENT"))).toBe("spawn npm ENOENT.");
});
