import { expect, it } from "vitest";
import { checkSettings } from "../../../../main/app/runs/check-settings.ts";
import { performRun, type RunParts } from "../../../../main/app/runs/perform-run.ts";
import { readProfile, testSettings } from "../../../../main/core/profile/index.ts";
import { staffProfile } from "../../../contract/bench.ts";

const document = readProfile(Buffer.from(staffProfile), { fileName: null });
if (!document.ok) throw new Error(document.problem.title);
const login = testSettings(document.value, "login");
const check = checkSettings(document.value, null);
if (!login.ok || !check.ok) throw new Error("The profile has both sign-ins.");

const loginCall = {
  settings: login.value,
  username: "kim@contoso.com",
  fillInName: false,
  signIn: async () => ({ kind: "closed" }) as const,
  via: "browser",
} as const;
const checkCall = { ...check.value, username: "kim@contoso.com", password: "not told to anybody" };
const all: readonly RunParts[] = [
  { kind: "oidc", login: loginCall, check: null },
  { kind: "ropg", login: null, check: checkCall },
  { kind: "both", login: loginCall, check: checkCall },
];

/** Performs a run in a world without a network, and keeps what is told in its order. */
async function perform(parts: RunParts) {
  const told: string[] = [];
  const end = await performRun(parts, {
    predict: async (tested) => {
      told.push(`asks about ${Object.values(tested).filter((settings) => settings !== null).length}`);
      return null;
    },
    context: (signIn) => ({
      fetch: async () => {
        throw new TypeError("fetch failed");
      },
      now: () => 0,
      isOnline: () => true,
      onStep: ({ id }) => told.push(`${signIn} ${id}`),
      signal: new AbortController().signal,
      authority: null,
      scenario: null,
      allowedHosts: [],
      jamfConnectVersion: null,
    }),
    planned: (plan) => {
      const steps = Object.entries(plan).map(([name, signIn]) => (signIn === null ? "" : name));
      told.push(`will do ${steps.filter((name) => name !== "").join(" and ")}`);
    },
    checked: ({ kind }) => told.push(`checked ${kind}`),
  });
  return { end, told };
}

it.each(all)(
  "$kind: policies are asked and the plan is told before the first step, each once",
  async (parts) => {
    const { told } = await perform(parts);
    const names = { oidc: "login", ropg: "check", both: "login and check" } as const;
    expect(told.slice(0, 2)).toEqual([
      `asks about ${parts.kind === "both" ? 2 : 1}`,
      `will do ${names[parts.kind]}`,
    ]);
    expect(told.slice(2).filter((line) => /^(asks|will)/.test(line))).toEqual([]);
    expect(told.filter((line) => line === "checked ropg")).toHaveLength(parts.kind === "oidc" ? 0 : 1);
  },
);

it("both: the check follows the login, also where the login failed, and the two are put together", async () => {
  const { end, told } = await perform({ kind: "both", login: loginCall, check: checkCall });
  const names = told.map((line) => line.split(" ")[0]).filter((name) => name === "login" || name === "check");
  expect(names.indexOf("check")).toBeGreaterThan(0);
  expect(names.slice(names.indexOf("check"))).not.toContain("login");
  expect(end).toMatchObject({
    kind: "pair-finished",
    login: { kind: "oidc", outcome: "unreachable" },
    check: { kind: "ropg", outcome: "unreachable" },
    paired: { sentence: expect.any(String) },
  });
  expect(JSON.stringify(end)).not.toContain(checkCall.password);
});
