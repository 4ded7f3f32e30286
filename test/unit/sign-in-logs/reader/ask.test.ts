import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Result } from "../../../../main/core/problem.ts";
import { allRows, everySelected } from "../../../../main/core/sign-ins/index.ts";
import { answerFrom } from "../../../../main/sign-in-logs/reader/answer.ts";
import { openThrough, type Reader } from "../../../../main/sign-in-logs/reader/ask.ts";
import { createReaders } from "../../../../main/sign-in-logs/reader/kept-reader.ts";
import type { FromReader, ToReader } from "../../../../main/sign-in-logs/reader/messages.ts";
import { openHere, type SignInLog } from "../../../../main/sign-in-logs/sign-in-log.ts";
import { graphRow, testRow } from "../../../support/sign-in-rows.ts";

let folder = "";
let log: SignInLog;
let side: ReturnType<typeof bothSides>;

/** Both sides in one thread, with a real channel between them. */
function bothSides() {
  const { port1: asking, port2: answering } = new MessageChannel();
  const posted: ToReader[] = [];
  const wanted: boolean[] = [];
  let gone: () => void = () => undefined;
  let asked = 0;
  let taker: (message: FromReader) => void = () => undefined;
  asking.on("message", (message: FromReader) => taker(message));
  answerFrom(answering, openHere);
  const reader: Reader = {
    post: (message) => {
      posted.push(message);
      asking.postMessage(message);
    },
    onMessage: (take) => {
      taker = take;
    },
    onGone: (tell) => {
      gone = tell;
    },
    wanted: (isWanted) => void wanted.push(isWanted),
    nextNumber: () => {
      asked += 1;
      return asked;
    },
    end: async () => asking.close(),
  };
  return { reader, posted, wanted, vanish: () => gone() };
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.title);
  return result.value;
}

async function write(name: string, count: number, from = 0): Promise<string> {
  const path = join(folder, name);
  const rows = Array.from({ length: count }, (_, index) => graphRow(testRow(from + index, { code: 50126 })));
  await writeFile(path, JSON.stringify(rows));
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-reader-"));
  side = bothSides();
  log = unwrap(await openThrough(side.reader, folder));
  unwrap(await log.add(await write("first.json", 5000), "first.json"));
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

it("answers as the log does that it stands for, and names as many people as are asked for", async () => {
  expect(unwrap(await log.totals(allRows)).rows).toBe(5000);
  const whole = unwrap(await log.report(allRows, null));
  const short = unwrap(await log.report(allRows, null, 1));
  expect(whole.report.byUser).toHaveLength(whole.people);
  expect([short.report.byUser, short.people]).toEqual([whole.report.byUser.slice(0, 1), whole.people]);
  const page = unwrap(
    await log.rows({ ...everySelected, sort: "at", descending: true, offset: 0, limit: 2 }),
  );
  expect([page.total, page.rows.length]).toEqual([5000, 2]);
  expect(unwrap(await log.row(page.rows[0]?.row ?? -1))?.row).toEqual(page.rows[0]);
  const names = { requestIds: [page.rows[0]?.id ?? ""], correlationIds: [] };
  expect(unwrap(await log.named(names))).toMatchObject([{ id: page.rows[0]?.id, class: "password-wrong" }]);
});

it("hands over a CSV piece by piece, and the next only when the one before was taken", async () => {
  const pieces: string[] = [];
  let holding = 0;
  unwrap(
    await log.csv(everySelected, async (piece) => {
      holding += 1;
      expect(holding).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      holding -= 1;
      pieces.push(piece);
    }),
  );
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join("").match(/,password-wrong,/g)).toHaveLength(5000);
});

it("a taker of the CSV that throws ends the call with its error, and the next call is answered", async () => {
  await expect(
    log.csv(everySelected, () => {
      throw new Error("the pipe is closed");
    }),
  ).rejects.toThrow("the pipe is closed");
  expect(unwrap(await log.totals(allRows)).rows).toBe(5000);
});

it("stops a file that is asked to be stopped, and nothing of it counts", async () => {
  const stop = new AbortController();
  stop.abort();
  const read = await log.add(await write("stopped.json", 10, 9000), "stopped.json", { signal: stop.signal });
  expect(!read.ok && read.problem.code).toBe("stopped");
  expect(side.posted).toContainEqual({ stop: expect.any(Number) });
  expect(unwrap(await log.totals(allRows)).rows).toBe(5000);
});

it("keeps the process only while somebody waits", async () => {
  await log.totals(allRows);
  expect(side.wanted.at(-1)).toBe(false);
  expect(side.wanted).toContain(true);
});

it("a reader that vanishes ends every call with a problem, those that come later too, and nobody hangs", async () => {
  const lone = bothSides();
  const second = unwrap(await openThrough(lone.reader, folder));
  const path = await write("second.json", 100);
  const asked = [second.add(path, "second.json"), second.totals(allRows)];
  lone.vanish();
  for (const answer of [...(await Promise.all(asked)), await second.report(allRows, null)]) {
    expect(!answer.ok && answer.problem.code).toBe("log-reader-ended");
  }
  await second.close();
});

it("a reader that cannot open a log says why, and is ended", async () => {
  const lone = bothSides();
  const opened = await openThrough(lone.reader, join(folder, "no-such-folder"));
  expect(!opened.ok && opened.problem.code).toBe("no-temporary-folder");
  expect((await readdir(folder)).some((name) => name === "no-such-folder")).toBe(false);
});

it("the thread of a log that was closed reads the next one, which is empty, and the closed one answers nothing any more", async () => {
  const started: ReturnType<typeof bothSides>[] = [];
  const open = createReaders(() => {
    const side = bothSides();
    started.push(side);
    return side.reader;
  });
  const path = await write("kept.json", 20);
  const before = unwrap(await open(folder));
  unwrap(await before.add(path, "kept.json"));
  await before.close();
  const next = unwrap(await open(folder));
  await before.close();
  const late = await before.totals(allRows);
  expect(!late.ok && late.problem.code).toBe("log-reader-ended");
  expect(unwrap(await next.totals(allRows)).rows).toBe(0);
  expect(unwrap(await next.add(path, "kept.json")).rows).toBe(20);
  expect(started).toHaveLength(1);

  const beside = unwrap(await open(folder));
  expect(started).toHaveLength(2);
  expect(unwrap(await beside.totals(allRows)).rows).toBe(0);
  await beside.close();
  await next.close();

  for (const side of started) side.vanish();
  const after = unwrap(await open(folder));
  expect(started).toHaveLength(3);
  await after.close();
  for (const side of started) await side.reader.end();
});

it("a thread that was kept and has died is told of when the next log is opened, and another one reads that", async () => {
  const started: ReturnType<typeof bothSides>[] = [];
  const open = createReaders(() => {
    const side = bothSides();
    const first = started.length === 0;
    started.push(side);
    const post = (message: ToReader) =>
      first && "name" in message && message.name === "open" && side.posted.length > 0
        ? side.vanish()
        : side.reader.post(message);
    return { ...side.reader, post };
  });
  await unwrap(await open(folder)).close();
  const next = unwrap(await open(folder));
  expect([started.length, unwrap(await next.totals(allRows)).rows]).toEqual([2, 0]);
  await next.close();
  for (const side of started) await side.reader.end();
});

it("a log that is closed while its CSV is handed over is closed when the CSV is done", async () => {
  const lone = bothSides();
  const second = unwrap(await openThrough(lone.reader, folder));
  unwrap(await second.add(await write("closing.json", 3000, 50_000), "closing.json"));
  let closing: Promise<void> | null = null;
  let rows = 0;
  const written = second.csv(everySelected, (piece) => {
    closing ??= second.close();
    rows += piece.match(/,password-wrong,/g)?.length ?? 0;
  });
  unwrap(await written);
  await closing;
  expect(rows).toBe(3000);
});

it("a first look is taken where somebody waits for it, and nowhere else", async () => {
  const { port1: asking, port2: answering } = new MessageChannel();
  const looked: boolean[] = [];
  answerFrom(answering, async (base) => {
    const opened = await openHere(base);
    if (!opened.ok) return opened;
    const add: SignInLog["add"] = (path, name, options = {}) => {
      looked.push(options.first !== undefined);
      return opened.value.add(path, name, options);
    };
    return { ok: true, value: { ...opened.value, add } };
  });
  let number = 0;
  const reader: Reader = {
    post: (message) => asking.postMessage(message),
    onMessage: (take) => void asking.on("message", take),
    onGone: () => undefined,
    wanted: () => undefined,
    nextNumber: () => {
      number += 1;
      return number;
    },
    end: async () => asking.close(),
  };
  const own = unwrap(await openThrough(reader, folder));
  unwrap(await own.add(await write("unwatched.json", 3, 70_000), "unwatched.json"));
  unwrap(await own.add(await write("watched.json", 3, 80_000), "watched.json", { first: () => undefined }));
  await own.close();
  expect(looked).toEqual([false, true]);
});
