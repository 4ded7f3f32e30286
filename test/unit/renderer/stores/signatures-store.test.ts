import { expect, it, vi } from "vitest";
import type { CallInput, ReSignRow } from "../../../../preload/contract.ts";
import { createSignaturesStore } from "../../../../renderer/stores/signatures-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const given = (...paths: readonly string[]) => ({
  folder: paths.length > 1 ? "profiles" : null,
  files: paths.map((path) => ({ path, file: async () => new File(["x"], path) })),
  isWhole: true,
});

const row: ReSignRow = { signature: null, ending: null, signAgain: false, problem: null };

function storeWith(answers: Parameters<typeof createFakeHost>[0]) {
  const fake = createFakeHost(answers);
  return { fake, store: createSignaturesStore(fake.host, () => undefined) };
}

it("looks at one file by itself, whatever it is called", async () => {
  const { fake, store } = storeWith({ "export.checkSignature": () => failed("not-signed") });
  await store.getState().look(given("notes.txt"));
  expect(fake.sent.map(({ name }) => name)).toEqual(["export.checkSignature"]);
  expect(store.getState()).toMatchObject({ chosen: 0, checked: null, problem: { code: "not-signed" } });
});

it("lists several, a few in one call, and passes over what is no profile", async () => {
  const { fake, store } = storeWith({
    "export.reSignList": ({ files }: CallInput<"export.reSignList">) =>
      ok(files.map(() => ({ ...row, signAgain: true }))),
  });
  const names = Array.from({ length: 45 }, (_, index) => `${index}.mobileconfig`);
  await store.getState().look(given(...names, "notes.txt"));
  expect(store.getState().files).toHaveLength(45);
  expect(store.getState().files.every((file) => file.row?.signAgain === true)).toBe(true);
  expect(fake.sent.map(({ input }) => (input as CallInput<"export.reSignList">).files.length)).toEqual([
    20, 20, 5,
  ]);
  expect(store.getState().read).toBeNull();
});

it("a file that is gone has its problem in its row, and the others keep theirs", async () => {
  const { store } = storeWith({
    "export.reSignList": ({ files }: CallInput<"export.reSignList">) =>
      ok(files.map(() => ({ ...row, signAgain: true }))),
  });
  const files = given("a.plist", "b.plist");
  const gone = { path: "gone.plist", file: () => Promise.reject(new Error("moved")) };
  await store.getState().look({ ...files, files: [gone, ...files.files] });
  expect(store.getState().files.map((file) => file.row?.problem?.code ?? file.row?.signAgain)).toEqual([
    "file-not-there",
    true,
    true,
  ]);
});

it("stops reading, and what was read stays", async () => {
  const { store } = storeWith({
    "export.reSignList": ({ files }: CallInput<"export.reSignList">) => {
      store.getState().stop();
      return ok(files.map(() => row));
    },
  });
  const names = Array.from({ length: 45 }, (_, index) => `${index}.plist`);
  await store.getState().look(given(...names));
  expect(store.getState().read).toBeNull();
  expect(store.getState().files.filter((file) => file.row !== null)).toHaveLength(0);
});

it("an answer about a file that is no longer chosen is dropped", async () => {
  const waiting: (() => void)[] = [];
  const { store } = storeWith({
    "export.checkSignature": () =>
      new Promise((resolve) => waiting.push(() => resolve(failed(`answer-${waiting.length}`)))),
  });
  void store.getState().look(given("a.plist"));
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  void store.getState().look(given("b.plist"));
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  waiting[1]?.();
  await vi.waitFor(() => expect(store.getState().problem).not.toBeNull());
  const { problem } = store.getState();
  waiting[0]?.();
  await Promise.resolve();
  expect(store.getState().problem).toBe(problem);
});

it("says that nothing is a profile", async () => {
  const { store } = storeWith({});
  await store.getState().look(given("a.txt", "b.txt"));
  expect(store.getState().problem?.code).toBe("no-profiles");
});

it("reads a list that was kept beside the files, and keeps what is listed with what only the list knows", async () => {
  const signature = {
    status: "untrusted",
    why: "",
    signers: [{ subject: "CN=A", issuer: "CN=A", notAfter: "2027-01-01T00:00:00.000Z", sha256: "" }],
  };
  const elsewhere = {
    file: "Jamf Pro, id 188",
    signer: "CN=B",
    notAfter: "2026-12-12T00:00:00.000Z",
    ending: "ends in 12 days",
    signAgain: true,
  };
  const { fake, store } = storeWith({
    "export.reSignList": ({ files }: CallInput<"export.reSignList">) =>
      ok(files.map(() => ({ ...row, signature }))),
    "export.keptSignatures": () => ok([elsewhere]),
  });
  await store.getState().look(given("a.mobileconfig", "deep/b.plist", "latchkey-signatures.json"));
  expect(store.getState().elsewhere).toEqual([elsewhere]);
  const asked = fake.sent.find(({ name }) => name === "export.keptSignatures");
  expect(asked?.input).toMatchObject({ here: ["a.mobileconfig", "deep/b.plist"], days: 30 });
  await store.getState().keep();
  const kept = fake.sent.find(({ name }) => name === "export.keepSignatures");
  expect(kept?.input).toMatchObject({
    signatures: [
      { file: "a.mobileconfig", signer: "CN=A" },
      { file: "deep/b.plist", signer: "CN=A" },
      { file: "Jamf Pro, id 188", signer: "CN=B" },
    ],
  });
});

it("says why a kept list cannot be read, and lists the files all the same", async () => {
  const { store } = storeWith({
    "export.reSignList": ({ files }: CallInput<"export.reSignList">) => ok(files.map(() => row)),
    "export.keptSignatures": () => failed("signature-list-damaged"),
  });
  await store.getState().look(given("a.mobileconfig", "b.plist", "latchkey-signatures.json"));
  expect(store.getState()).toMatchObject({ elsewhere: [], problem: { code: "signature-list-damaged" } });
  expect(store.getState().files).toHaveLength(2);
});

it("what was compared with one original never stands under the name of the next", async () => {
  const compared = { fileName: "a.mobileconfig", original: { name: "before.plist" } };
  const late: ((answer: unknown) => void)[] = [];
  const { store } = storeWith({
    "export.checkSignature": ({ original }: CallInput<"export.checkSignature">) =>
      original === null ? ok(compared) : new Promise((resolve) => late.push(resolve)),
  });
  await store.getState().look(given("a.mobileconfig"));
  const comparing = store.getState().compareWith(new File(["x"], "other.plist"));
  expect(store.getState()).toMatchObject({ checked: { fileName: "a.mobileconfig", original: null } });
  await vi.waitFor(() => expect(late).toHaveLength(1));
  late[0]?.(ok({ ...compared, original: { name: "other.plist" } }));
  await comparing;
  expect(store.getState()).toMatchObject({ checked: { original: { name: "other.plist" } } });
});
