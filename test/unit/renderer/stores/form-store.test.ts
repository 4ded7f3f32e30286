import { expect, it, vi } from "vitest";
import { createFormStore, type Field } from "../../../../renderer/stores/form-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const field: Field = {
  payload: { domain: "com.jamf.connect" },
  path: ["PasswordPolicies", "NetworkCheck"],
  type: "integer",
  label: "Interval",
  takesAnyText: false,
};
const key = "com.jamf.connect 0 PasswordPolicies.NetworkCheck";
const misfit = { code: "value-not-whole", title: "A whole number is needed.", detail: "", fix: "" };

it("keeps what is typed with what is wrong with it, until it is stored or taken back", async () => {
  const { host } = createFakeHost({
    "form.check": ({ text }: { text: string }) => ok(text === "15" ? null : misfit),
    "form.enter": ({ text }: { text: string }) => (text === "15" ? ok(null) : failed("value-not-whole")),
  });
  const store = createFormStore(host, () => undefined);
  const typed = () => store.getState().typed[key];
  store.getState().type(field, "abc", "60");
  expect(typed()).toMatchObject({ text: "abc", stored: "60", problem: null });
  await vi.waitFor(() => expect(typed()?.problem).toEqual(misfit));
  expect(await store.getState().enter(field, "abc", "60")).toBe(false);
  expect(typed()).toMatchObject({ text: "abc", problem: { code: "value-not-whole" } });
  expect(await store.getState().enter(field, "15", "60")).toBe(true);
  expect(typed()).toBeUndefined();
  store.getState().type(field, "x", "60");
  store.getState().type(field, "60", "60");
  expect(typed()).toBeUndefined();
  store.getState().type(field, "x", "60");
  store.getState().takeBack(field);
  expect(typed()).toBeUndefined();
});

it("an answer about a text that was typed over says nothing about the new one", async () => {
  const answers: ((value: unknown) => void)[] = [];
  const { host } = createFakeHost({
    "form.check": () => new Promise((resolve) => answers.push(resolve)),
  });
  const store = createFormStore(host, () => undefined);
  store.getState().type(field, "a", "60");
  store.getState().type(field, "15", "60");
  answers[1]?.(ok(null));
  answers[0]?.(ok(misfit));
  await Promise.resolve();
  await Promise.resolve();
  expect(store.getState().typed[key]).toMatchObject({ text: "15", problem: null });
});

it("says of a change that failed what is wrong", async () => {
  const reported: string[] = [];
  const { host } = createFakeHost({ "form.add": () => failed("payload-not-possible") });
  const store = createFormStore(host, ({ code }) => reported.push(code));
  expect(await store.getState().add(field)).toBe(false);
  expect(reported).toEqual(["payload-not-possible"]);
});

it.each([
  ["stored", ok(null)],
  ["refused", failed("value-not-whole")],
])("what is typed while the text before is being %s stays in the field", async (_, answer) => {
  const answers: ((value: unknown) => void)[] = [];
  const { host } = createFakeHost({
    "form.check": () => new Promise(() => undefined),
    "form.enter": () => new Promise((resolve) => answers.push(resolve)),
  });
  const store = createFormStore(host, () => undefined);
  store.getState().type(field, "-5", "60");
  const entered = store.getState().enter(field, "-5", "60");
  store.getState().type(field, "abc", "60");
  answers[0]?.(answer);
  await entered;
  expect(store.getState().typed[key]).toMatchObject({ text: "abc" });
});
