/** Files that a page sends to the browser host: who may, how much, and that nothing of them stays. */
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readGiven } from "../../../main/app/files/file-handles.ts";
import { macLogLimits } from "../../../main/core/mac-log/index.ts";
import type { Result } from "../../../main/core/problem.ts";
import { forgetAbandoned, uploadFolderPrefix } from "../../../main/hosts/browser/abandoned-uploads.ts";
import { createAccess } from "../../../main/hosts/browser/access.ts";
import { createDownloads } from "../../../main/hosts/browser/downloads.ts";
import { createEventChannel } from "../../../main/hosts/browser/event-channel.ts";
import { startBrowserServer } from "../../../main/hosts/browser/server.ts";
import {
  createUploads,
  type UploadLimits,
  type Uploads,
  uploadLimits,
} from "../../../main/hosts/browser/uploads.ts";
import type { LoopbackLimits } from "../../../main/loopback/loopback-server.ts";

const small: UploadLimits = {
  fileBytes: 1000,
  sessionBytes: 2500,
  files: 3,
  atOnce: 2,
  leftBehindMs: 0,
};

type Options = { readonly limits?: UploadLimits; readonly loopback?: LoopbackLimits };

/** A browser host that opens whatever it is given, with a parent of its own for its folder. */
async function host({ limits = small, loopback }: Options = {}) {
  const parent = mkdtempSync(join(tmpdir(), "latchkey-uploads-"));
  const access = createAccess(Date.now);
  const bearer = access.redeem(access.linkToken) ?? "";
  const uploads = createUploads(parent, limits);
  const downloads = createDownloads();
  const started = await startBrowserServer({
    root: parent,
    port: 0,
    access,
    events: createEventChannel(),
    dispatch: async () => ({ ok: true, value: null }),
    uploads,
    downloads,
    ...(loopback === undefined ? {} : { limits: loopback }),
  });
  if (!started.ok) throw new Error(started.problem.title);
  const { port } = started.value;
  const close = async () => {
    await started.value.stop();
    await uploads.close();
  };
  onTestFinished(async () => {
    await close();
    rmSync(parent, { recursive: true });
  });
  const origin = `http://127.0.0.1:${port}`;
  const headers = { origin, authorization: `Bearer ${bearer}`, "x-file-name": "staff.plist" };
  const post = (path: string, body: string | null, other: Record<string, string> = {}) =>
    fetch(`${origin}${path}`, { method: "POST", headers: { ...headers, ...other }, body });
  const give = async (body: string, other: Record<string, string> = {}): Promise<Result<string>> =>
    (await (await post("/file", body, other)).json()) as Result<string>;
  return { parent, port, uploads, downloads, headers, post, give, close, files: () => filesIn(parent) };
}

/** Paths of all files below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Resolves when the files below a folder are as wanted; looks whenever something changes there. */
function untilFiles(folder: string, wanted: (files: readonly string[]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(filesIn(folder))) return;
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    const watchers = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map((path) =>
      watch(path, look),
    );
    look();
  });
}

/** Begins to send a file over a connection of its own, and leaves it there. */
async function begin(port: number, headers: Record<string, string>, length: number, body: string) {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, "content-length": `${length}` });
  socket.write(
    `POST /file HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${body}`,
  );
  return socket;
}

const code = (answer: Result<unknown>) => (answer.ok ? "given" : answer.problem.code);
const read = (uploads: Uploads, handle: Result<string>, most = 1000) =>
  readGiven(uploads.files, handle.ok ? handle.value : "", most);

describe("a file that is sent", () => {
  it("lies in a private folder under a name of ours until it is read, once, and is gone then", async () => {
    const { give, files, uploads } = await host();
    const handle = await give("a secret", { "x-file-name": encodeURIComponent("../../Größe €.plist") });
    const [path = "", surplus] = files();
    expect(surplus).toBeUndefined();
    expect(path).not.toContain("plist");
    expect(readFileSync(path, "utf8")).toBe("a secret");
    if (process.platform !== "win32") {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
    }
    const first = await read(uploads, handle);
    expect(first).toMatchObject({ ok: true, value: { name: "../../Größe €.plist" } });
    expect(first.ok && Buffer.from(first.value.bytes).toString()).toBe("a secret");
    expect(files()).toEqual([]);
    expect(code(await read(uploads, handle))).toBe("file-gone");
  });

  it("goes also where its reader refuses it, and where nobody reads it before the session ends", async () => {
    const { parent, give, files, uploads, close } = await host();
    expect(code(await read(uploads, await give("x".repeat(900)), 800))).toBe("file-too-large");
    expect(files()).toEqual([]);
    await give("never read");
    expect(files()).toHaveLength(1);
    await close();
    expect(readdirSync(parent)).toEqual([]);
  });

  it("is read piece by piece where its reader wants so", async () => {
    const limits = { ...small, fileBytes: 3 * 1024 * 1024, sessionBytes: 3 * 1024 * 1024 };
    const { give, files, uploads } = await host({ limits });
    const handle = await give("0123456789".repeat(250_000));
    const file = uploads.files.take(handle.ok ? handle.value : "");
    if (!file.ok) throw new Error(file.problem.title);
    const pieces: number[] = [];
    let isTaking = false;
    const problem = await file.value.readPieces(limits.fileBytes, async (piece) => {
      // No piece comes before the one before was taken.
      expect(isTaking).toBe(false);
      isTaking = true;
      await new Promise((done) => setImmediate(done));
      isTaking = false;
      pieces.push(piece.length);
    });
    expect(problem).toBeNull();
    expect(pieces.reduce((sum, size) => sum + size, 0)).toBe(2_500_000);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(1024 * 1024);
    expect(files()).toEqual([]);
  });
});

describe("attack: a file from somebody else", () => {
  it("attack: without the bearer, from another origin or host nothing is kept", async () => {
    const { post, files } = await host();
    const statuses = await Promise.all([
      post("/file", "x", { authorization: "Bearer guess" }),
      post("/file", "x", { authorization: "" }),
      post("/file", "x", { origin: "http://evil.example" }),
      post("/file", "x", { "sec-fetch-site": "cross-site" }),
      post("/file/anything", null, { authorization: "Bearer guess" }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 403, 403, 401]);
    expect(files()).toEqual([]);
  });

  it("attack: the handle of another session opens nothing there, and stays good where it was given", async () => {
    const [one, other] = [await host(), await host()];
    const handle = await one.give("mine");
    expect(code(await read(other.uploads, handle))).toBe("file-gone");
    expect(code(await read(one.uploads, handle))).toBe("given");
  });

  it("attack: a name that is missing, no text or too long is refused, and nothing is kept", async () => {
    const { give, files } = await host();
    for (const name of ["", "%ZZ", "%C3%28", "x".repeat(256)]) {
      expect(code(await give("x", { "x-file-name": name }))).toBe("wrong-input");
    }
    expect(files()).toEqual([]);
  });
});

describe("attack: more than a session may send", () => {
  it("attack: a file beyond the limit is refused by what it says and by what it is, and nothing stays", async () => {
    const { give, files, post, headers, port, parent } = await host();
    expect(code(await give("x".repeat(1001)))).toBe("file-too-large");
    // Without a length, in pieces.
    const body = new ReadableStream({
      start: (stream) => {
        for (let piece = 0; piece < 4; piece += 1) stream.enqueue(Buffer.alloc(400));
        stream.close();
      },
    });
    const chunked = await fetch(`http://127.0.0.1:${port}/file`, {
      method: "POST",
      headers,
      body,
      duplex: "half",
    } as RequestInit);
    expect(code((await chunked.json()) as Result<string>)).toBe("file-too-large");
    await untilFiles(parent, (left) => left.length === 0);
    expect(code(await give("x".repeat(1000)))).toBe("given");
    expect((await post("/call/app.describe", "{}")).status).toBe(200);
    expect(files()).toHaveLength(1);
  });

  it("come in again after a cleaner of temporary files has taken the folder", async () => {
    const { give, parent, uploads } = await host();
    await give("before");
    for (const name of readdirSync(parent)) rmSync(join(parent, name), { recursive: true });
    expect(code(await give("lost"))).toBe("file-not-kept");
    expect(code(await read(uploads, await give("after")))).toBe("given");
  });

  it("files of one batch are not thrown away for the next ones of it", async () => {
    const { give, uploads } = await host({ limits: { ...small, leftBehindMs: 60_000 } });
    const [first, second] = [await give("x".repeat(900)), await give("y".repeat(900))];
    expect(code(await give("z".repeat(900)))).toBe("too-many-files");
    expect([code(await read(uploads, first)), code(await read(uploads, second))]).toEqual(["given", "given"]);
  });

  it("as much comes in as a log of a Mac may have, one alone and a folder of them", () => {
    expect(uploadLimits.fileBytes).toBeGreaterThanOrEqual(macLogLimits.fileBytes);
    expect(uploadLimits.sessionBytes).toBeGreaterThanOrEqual(macLogLimits.folderBytes);
    expect(uploadLimits.files).toBeGreaterThanOrEqual(macLogLimits.files);
  });

  it("attack: files that nobody reads make room for new ones, by number and by bytes", async () => {
    const { give, files, uploads } = await host();
    const [first, second] = [await give("1"), await give("2"), await give("3"), await give("4")] as const;
    expect(code(await read(uploads, first))).toBe("file-gone");
    expect(code(await read(uploads, second))).toBe("given");
    const large = "x".repeat(1000);
    await give(large);
    await give(large);
    const newest = await give(large);
    expect(files().reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThanOrEqual(2500);
    expect(code(await read(uploads, newest))).toBe("given");
  });

  it("attack: more files at a time than a browser sends are refused; those that come in go on", async () => {
    const { port, headers, give, parent, uploads } = await host();
    const [one, other] = [
      await begin(port, headers, 10, "12345"),
      await begin(port, headers, 10, "12345"),
    ] as const;
    while (readdirSync(parent).length === 0) await once(watch(parent), "change");
    await untilFiles(parent, (files) => files.length === 2);
    expect(code(await give("x"))).toBe("too-many-files");
    one.write("67890");
    const [answer] = await once(one, "data");
    const whole = await read(uploads, JSON.parse(/^\{.*\}/m.exec(String(answer))?.[0] ?? ""));
    expect(whole.ok && Buffer.from(whole.value.bytes).toString()).toBe("1234567890");
    other.destroy();
    await untilFiles(parent, (files) => files.length === 0);
  });

  it("attack: a sender that goes away in the middle leaves nothing", async () => {
    const { port, headers, parent } = await host();
    const socket = await begin(port, headers, 500, "x".repeat(100));
    while (readdirSync(parent).length === 0) await once(watch(parent), "change");
    await untilFiles(parent, (files) => files.length === 1);
    socket.resetAndDestroy();
    await untilFiles(parent, (files) => files.length === 0);
  });

  it("attack: a sender that takes longer than a request may is let go, and leaves nothing", async () => {
    const loopback = { connections: 4, headersMs: 50, requestMs: 100 };
    const { port, headers, parent } = await host({ loopback });
    const socket = await begin(port, headers, 500, "x");
    await once(socket.resume(), "close");
    if (readdirSync(parent).length > 0) await untilFiles(parent, (files) => files.length === 0);
  });
});

describe("what the app has made", () => {
  it("is downloaded once, by who may, as bytes and nothing a browser would show", async () => {
    const { post, downloads } = await host();
    const download = downloads.keep(Buffer.from("<script>made</script>"));
    expect((await post(`/file/${download}`, null, { authorization: "Bearer guess" })).status).toBe(401);
    const answer = await post(`/file/${download}`, null);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.text()).toBe("<script>made</script>");
    expect((await post(`/file/${download}`, null)).status).toBe(404);
  });

  it("is forgotten when the page does not come for it", () => {
    const downloads = createDownloads();
    const made = Array.from({ length: 9 }, (_, number) => downloads.keep(Buffer.from([number])));
    expect(downloads.take(made[0] ?? "")).toBeNull();
    expect(downloads.take(made[8] ?? "")).toEqual(Buffer.from([8]));
  });
});

it("the next start removes what a process left that was ended by force, and nothing else", async () => {
  const parent = mkdtempSync(join(tmpdir(), "latchkey-uploads-"));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  // No system gives a process such a number.
  const gone = `${uploadFolderPrefix}2147483646-abc`;
  const others = [`${uploadFolderPrefix}${process.pid}-abc`, `${uploadFolderPrefix}x-abc`, "something-else"];
  for (const name of [gone, ...others]) mkdirSync(join(parent, name, "inside"), { recursive: true });
  const target = join(parent, "something-else");
  symlinkSync(target, join(parent, `${uploadFolderPrefix}2147483645-abc`));
  await forgetAbandoned(parent);
  expect(readdirSync(parent).toSorted()).toEqual(
    [...others, `${uploadFolderPrefix}2147483645-abc`].toSorted(),
  );
  expect(readdirSync(target)).toEqual(["inside"]);
});
