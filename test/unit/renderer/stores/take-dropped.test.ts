import { expect, it } from "vitest";
import type { CallName } from "../../../../preload/contract.ts";
import type { GivenFile, GivenFiles } from "../../../../renderer/stores/given-files.ts";
import { createStores } from "../../../../renderer/stores/stores.ts";
import { takeDropped } from "../../../../renderer/stores/take-dropped.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const whole = (folder: string | null, files: readonly GivenFile[]): GivenFiles => ({
  folder,
  files,
  isWhole: true,
});
const there = (path: string): GivenFile => ({ path, file: async () => new File(["{}"], path) });
const gone = (path: string): GivenFile => ({ path, file: () => Promise.reject(new Error("NotFoundError")) });

async function drop(given: GivenFiles, answers: Partial<Record<CallName, (input: never) => unknown>>) {
  const fake = createFakeHost(answers);
  const stores = createStores(fake.host);
  await takeDropped(fake.host, stores, given);
  return { stores, sent: fake.sent.map(({ name }) => name), inputs: fake.sent };
}

const recognise = (kind: string, files: readonly number[]) => ({
  "drop.recognise": () => ok({ kind, files }),
});

it("a profile that is not there any more when it is wanted is said", async () => {
  const { stores, sent } = await drop(whole(null, [gone("a.mobileconfig")]), recognise("profile", [0]));
  expect(stores.document.getState().failure).toMatchObject({
    fileName: "a.mobileconfig",
    problem: { code: "file-not-there" },
  });
  expect(sent).not.toContain("profile.open");
});

it("sign-in logs are given to their screen, and one that is not there any more is named", async () => {
  const { stores, inputs } = await drop(whole("logs", [there("a.json"), gone("b.json"), there("notes.md")]), {
    ...recognise("sign-in-log", [0, 1, 2]),
    "signIns.add": () => ok({ files: [], refused: [], rows: 0, version: 1, reading: null }),
  });
  expect(stores.navigation.getState().screen).toBe("sign-ins");
  const added = inputs.find(({ name }) => name === "signIns.add");
  expect(added?.input).toMatchObject({ files: [{ path: "a.json" }] });
  expect(stores.signIns.getState().problem?.detail).toContain("b.json");
});

it("policies are loaded with every file or not at all", async () => {
  const some = whole("ca", [there("one.json"), gone("two.json")]);
  const lacking = await drop(some, recognise("policies", [0, 1]));
  expect(lacking.stores.document.getState().failure?.problem.detail).toContain("two.json");
  expect(lacking.stores.policies.getState().isLoading).toBe(false);
  expect(lacking.sent).not.toContain("policies.load");

  const many = Array.from({ length: 2001 }, (_, index) => there(`${index}.json`));
  const tooMany = await drop(
    whole("ca", many),
    recognise(
      "policies",
      many.map((_, index) => index),
    ),
  );
  expect(tooMany.stores.document.getState().failure?.problem.code).toBe("too-many-files");
  const notWhole = await drop(
    { ...whole("ca", [there("1.json")]), isWhole: false },
    recognise("policies", [0]),
  );
  expect(notWhole.stores.document.getState().failure?.problem.code).toBe("too-many-files");
});

it("what is left out beside what is taken is named", async () => {
  const files = [there("ca.json"), there("staff.mobileconfig"), there("read me")];
  const { stores } = await drop(whole("ca.json", files), recognise("policies", [0]));
  expect(stores.document.getState().problem).toMatchObject({
    code: "dropped-beside",
    detail: "Left out: staff.mobileconfig.",
  });
});

it("logs that cannot be read, and those beyond what is read at once, are said with the answer", async () => {
  const files = Array.from({ length: 203 }, (_, index) =>
    index === 1 ? gone("1.log") : there(`${index}.log`),
  );
  const { inputs } = await drop(whole("logs", files), {
    ...recognise("mac-log", [...files.keys()]),
    "explain.chooseFiles": () => ok({ read: [...files.keys()], passedOver: 0, notRead: [] }),
    "explain.files": () => failed("not-a-log"),
  });
  const read = inputs.find(({ name }) => name === "explain.files")?.input as {
    readonly files: readonly unknown[];
    readonly notRead: readonly string[];
  };
  expect(read.files).toHaveLength(199);
  expect(read.notRead).toEqual([
    "There were more than 200 logs: 3 were not read.",
    "Not there any more, or not to be read: 1.log.",
  ]);
});

it("a single log that is not there any more is said, and nothing is asked for it", async () => {
  const { stores, sent } = await drop(whole(null, [gone("jamf.log")]), recognise("mac-log", [0]));
  expect(stores.explain.getState()).toMatchObject({ reading: null, problem: { code: "file-not-there" } });
  expect(sent).not.toContain("explain.files");
});
