import { expect, it } from "vitest";
import { start } from "../practice-tenant/support.ts";
import { app, file, latchkey } from "./support.ts";

const username = "robin@contoso.example";

/** What the app asks for, and the note of the step that asks. */
async function appAsks(fillInName?: boolean) {
  const bench = app();
  await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
  const wanted = fillInName === undefined ? {} : { fillInName };
  const { runId } = await bench.start("test.oidc", { username, allowHost: null, ...wanted });
  const { url } = await bench.next("test.signIn");
  await bench.call("test.cancel", { runId });
  const { result } = await bench.next("test.finished");
  return { url, note: result.steps.find(({ id }) => id === "authorize")?.note };
}

/** The same from the command line, where nobody pastes an address. */
async function commandLineAsks(...wanted: readonly string[]) {
  const practice = await start("no-mfa");
  const profile = file("practice.mobileconfig", practice.profile.bytes);
  const { out, err } = await latchkey([
    ...["test", "oidc", "--profile", profile, "--username", username, "--redirect", "paste", "--no-open"],
    ...["--json", ...wanted],
  ]);
  const { steps }: { steps: { id: string; note?: string }[] } = JSON.parse(out);
  const url = /Open: (\S+)/.exec(err)?.[1] ?? "";
  return { url, note: steps.find(({ id }) => id === "authorize")?.note };
}

/** Parameters whose values are new each time. */
const fresh = new Set(["state", "nonce", "code_challenge", "client-request-id", "client_id"]);
const asked = (url: string) =>
  [...new URL(url).searchParams].map(([name, value]) => `${name}=${fresh.has(name) ? "" : value}`).sort();

it("both hosts ask for the same sign-in page, without the name that was typed", async () => {
  const [inApp, onLine] = [await appAsks(), await commandLineAsks()];
  expect(asked(inApp.url)).toEqual(asked(onLine.url));
  expect(asked(inApp.url).join()).not.toMatch(/login_hint|robin/);
  expect(inApp.note).toBe(onLine.note);
});

it("both hand the name over where the person asks for it, and say that Jamf Connect does not", async () => {
  const [inApp, onLine] = [await appAsks(true), await commandLineAsks("--fill-in-name")];
  expect(asked(inApp.url)).toEqual(asked(onLine.url));
  expect(asked(inApp.url)).toContain(`login_hint=${username}`);
  expect(inApp.note).toContain("Latchkey added login_hint: Jamf Connect does not send it.");
  expect(onLine.note).toBe(inApp.note);
});

it("the command line wants a name before it fills one in", async () => {
  const practice = await start("no-mfa");
  const profile = file("practice.mobileconfig", practice.profile.bytes);
  const { code, err } = await latchkey(["test", "oidc", "--profile", profile, "--fill-in-name"]);
  expect(code).toBe(2);
  expect(err).toContain("--fill-in-name needs the name");
});
