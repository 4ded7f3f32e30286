import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createDispatch, type Handlers } from "../../../main/app/dispatch.ts";
import { createFileHandles } from "../../../main/app/files/file-handles.ts";
import { fail, succeed } from "../../../main/core/problem.ts";
import { heldFile } from "../../support/held-file.ts";

const handlers = new Proxy({} as Handlers, { get: () => async () => succeed("handled") });
const call = createDispatch(handlers, async () => undefined);

const edit = (value: unknown) => ({
  patch: { op: "set", payload: { domain: "com.jamf.connect" }, path: ["a"], value },
});

it("answers a change of a common size", async () => {
  expect(await call("profile.edit", edit(Array.from({ length: 5000 }, () => "x")))).toEqual(
    succeed("handled"),
  );
});

it("attack: a change of three million values is refused before it is looked through", async () => {
  expect(await call("profile.edit", edit(Array.from({ length: 3_000_000 }, () => "x")))).toMatchObject({
    ok: false,
    problem: { code: "input-too-large" },
  });
});

it("attack: a call nested 40,000 or 100,000 levels deep is answered with a problem and rejects nobody", async () => {
  for (const depth of [40_000, 100_000]) {
    const deep: unknown = JSON.parse("[".repeat(depth) + "]".repeat(depth));
    expect(await call("profile.edit", edit(deep))).toMatchObject({
      ok: false,
      problem: { code: "input-too-large" },
    });
  }
});

it("gives every file back that a call names, whatever its handler did with it", async () => {
  const discarded: string[] = [];
  const files = createFileHandles(10, randomUUID);
  const give = (name: string) =>
    files.give({
      ...heldFile({ name, bytes: Buffer.from(name) }),
      discard: async () => void discarded.push(name),
    });
  const gone = fail({ code: "x", title: "x", detail: "x", fix: "x" });
  const doings: Record<string, (input: never) => Promise<unknown>> = {
    "policies.load": async ({ file }: { readonly file: string }) => files.take(file),
    "profile.compare": async () => gone,
    "policies.loadFolder": async () => {
      throw new Error("a fault");
    },
  };
  const answered = createDispatch(
    new Proxy({} as Handlers, { get: (_, name) => doings[String(name)] }),
    files.release,
  );
  await answered("policies.load", { file: give("taken and not read") });
  await answered("profile.compare", { with: "file", file: give("not taken") });
  const files2 = [give("first"), give("second")].map((file) => ({ file, path: "a.json" }));
  await answered("policies.loadFolder", { name: "a", files: files2 });
  await answered("form.importLicense", { file: give("of a wrong call"), surplus: true });
  await answered("no.call", { file: give("of no call") });
  const other = give("of nobody");
  expect(discarded.toSorted()).toEqual(
    ["taken and not read", "not taken", "first", "second", "of a wrong call", "of no call"].toSorted(),
  );
  expect(files.take(other).ok).toBe(true);
});
