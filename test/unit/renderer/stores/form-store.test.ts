import { expect, it, vi } from "vitest";
import type { ProfileView } from "../../../../preload/contract.ts";
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

it.each([
  ["a place of its own", { payload: { domain: "com.jamf.connect.login" }, path: ["OIDCClientSecret"] }],
  ["a shared place", { id: "check-secret", domain: null }],
] as const)("attack: a secret for %s that is refused stands nowhere in the form", async (_, at) => {
  const { host } = createFakeHost({
    "form.enter": () => failed("text-not-writable"),
    "profile.editField": () => failed("text-not-writable"),
  });
  const store = createFormStore(host, () => undefined);
  const problem = await store.getState().storeSecret(at, "canary-typed");
  expect(problem).toMatchObject({ code: "text-not-writable" });
  expect(JSON.stringify(store.getState())).not.toContain("canary");
  expect(store.getState().typed).toEqual({});
});

const tenant: Field = {
  payload: { domain: "com.jamf.connect.login" },
  path: ["OIDCTenant"],
  type: "string",
  label: "Tenant",
  takesAnyText: true,
  shared: { id: "tenant", domain: null },
};

it("keeps what is typed for a shared value while the view changes, and where it is refused", async () => {
  let answer = failed("text-not-writable");
  const { host, sent } = createFakeHost({ "profile.editField": () => answer });
  const store = createFormStore(host, () => undefined);
  store.getState().type(tenant, "contoso\u0001", "old");
  expect(await store.getState().enter(tenant, "contoso\u0001", "old")).toBe(false);
  expect(Object.values(store.getState().typed)).toMatchObject([
    { text: "contoso\u0001", problem: { code: "text-not-writable" } },
  ]);
  answer = ok(null);
  expect(await store.getState().enter(tenant, "contoso", "old")).toBe(true);
  expect(store.getState().typed).toEqual({});
  expect(sent.at(-1)).toEqual({
    name: "profile.editField",
    input: { field: "tenant", value: "contoso", domain: null },
  });
});

const payload = { domain: "com.jamf.connect" };
const durations = (...values: readonly number[]) =>
  ({
    payloads: [
      {
        address: payload,
        keys: [
          { payload, path: ["Roles"], keyPath: "Roles", value: values.map((Duration) => ({ Duration })) },
        ],
      },
    ],
  }) as unknown as ProfileView;
const durationOf = (index: number): Field => ({
  ...field,
  path: ["Roles", index, "Duration"],
  label: "Duration",
});

it("what is typed for an item of a list goes with it when another item is removed, and with it when it is", async () => {
  const { host } = createFakeHost({
    "form.check": () => ok(misfit),
    "form.remove": ({ path }: { path: readonly [string, number] }) => {
      // The view comes before the answer.
      const left = views[0]?.filter((_, index) => index !== path[1]) ?? [];
      store.getState().follow(durations(...(views[0] ?? [])), durations(...left));
      views[0] = left;
      return ok(null);
    },
  });
  const views = [[5, 5, 30]];
  const store = createFormStore(host, () => undefined);
  store.getState().type(durationOf(1), "abc", "5");
  store.getState().type(durationOf(2), "def", "30");
  await store.getState().remove({ payload, path: ["Roles", 0] });
  await vi.waitFor(() =>
    expect(store.getState().typed).toMatchObject({
      "com.jamf.connect 0 Roles[0].Duration": { text: "abc", problem: misfit },
      "com.jamf.connect 0 Roles[1].Duration": { text: "def", problem: misfit },
    }),
  );
  await store.getState().remove({ payload, path: ["Roles", 0] });
  expect(Object.values(store.getState().typed)).toMatchObject([{ text: "def", field: durationOf(0) }]);
});
