import { describe, expect, it } from "vitest";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import {
  authorizeUrl,
  callback,
  passwordForm,
  postToken,
  signIn,
  start,
  submit,
  type Visit,
  visit,
} from "./support.ts";

const unknownClient = "0f0f0f0f-1111-4222-8333-44445555dddd";

function fieldsOf(page: Visit): Record<string, string> {
  const hidden = page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...hidden].map(([, name = "", value = ""]) => [name, value]));
}

/** Sends the sign-in form of a page with the right password, and these headers. */
function post(
  practice: PracticeTenant,
  page: Visit,
  headers: Record<string, string>,
  fields = fieldsOf(page),
) {
  const [account] = practice.description.accounts;
  const body = new URLSearchParams({
    ...fields,
    loginfmt: account?.username ?? "",
    passwd: account?.password ?? "",
  });
  return visit(`${practice.authority}/login`, { method: "POST", body, headers });
}

describe("a form of the practice tenant", () => {
  it.each([
    ["attack: a form of another site is not taken", { origin: "https://evil.example" }],
    ["attack: a form of another port of this machine is not taken", { origin: "http://127.0.0.1:1" }],
    ["attack: a form whose site says nothing of itself is not taken", { origin: "null" }],
    ["attack: a form that the browser calls cross-site is not taken", { "sec-fetch-site": "cross-site" }],
    [
      "attack: a form of another port that the browser calls same-site is not taken",
      { "sec-fetch-site": "same-site" },
    ],
  ])("%s", async (_name, headers) => {
    const practice = await start("no-mfa");
    const page = await visit(authorizeUrl(practice));
    const answer = await post(practice, page, headers);
    expect(answer).toMatchObject({ status: 403, location: null });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(practice.signIns()).toEqual([]);
    // The page itself still works for its person.
    const own = { origin: new URL(practice.authority).origin, "sec-fetch-site": "same-origin" };
    expect(callback(await post(practice, page, own)).has("code")).toBe(true);
  });

  it.each([
    [
      "attack: a form without the token of its page is not taken",
      (fields: Record<string, string>) => ({ ctx: fields["ctx"] ?? "" }),
    ],
    [
      "attack: a form with the token of another sign-in is not taken",
      (fields: Record<string, string>, other: Record<string, string>) => ({
        ...fields,
        flowToken: other["flowToken"] ?? "",
      }),
    ],
  ])("%s", async (_name, forge) => {
    const practice = await start("no-mfa");
    const [page, other] = [await visit(authorizeUrl(practice)), await visit(authorizeUrl(practice))];
    const answer = await post(practice, page, {}, forge(fieldsOf(page), fieldsOf(other)));
    expect(answer.location).toBeNull();
    expect(answer.text).toContain("This sign-in has ended");
    expect(practice.signIns()).toEqual([]);
  });

  it("attack: a second factor, a consent or a step of another site is not taken", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const [account] = practice.description.accounts;
    const page = await visit(authorizeUrl(practice));
    const code = await submit(page, practice, {
      loginfmt: account?.username ?? "",
      passwd: account?.password ?? "",
    });
    const { origin } = new URL(practice.authority);
    for (const path of ["/common/SAS/ProcessAuth", "/common/practice/step", "/common/Consent/Set", "/kmsi"]) {
      const body = new URLSearchParams({
        ...fieldsOf(code),
        otc: account?.mfa?.code ?? "",
        answer: "accept",
      });
      const headers = { origin: "https://evil.example" };
      const answer = await visit(`${origin}${path}`, { method: "POST", body, headers });
      expect(answer, path).toMatchObject({ status: 403, location: null });
    }
  });

  it("attack: a password that another site posts to the token endpoint is not looked at", async () => {
    const practice = await start("no-mfa");
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const answer = await postToken(practice, passwordForm(practice), { headers });
    expect(answer.body["error_codes"]).toEqual([9002326]);
    expect(practice.signIns()).toEqual([]);
  });
});

describe("the sign-in page as a redirector", () => {
  it.each([
    "attack: prompt=none sends nobody to intent:",
    "attack: prompt=none sends nobody to ms-cxh:",
    "attack: prompt=none sends nobody to filesystem:",
    "attack: prompt=none sends nobody to javascript:",
    "attack: prompt=none sends nobody to http://elsewhere.example",
  ])("%s", async (name) => {
    const practice = await start("no-mfa");
    const [address = ""] = name.split(" ").slice(-1);
    const redirectUri = address.endsWith(":") ? `${address}//127.0.0.1/x` : address;
    for (const responseMode of ["query", "fragment", "form_post"]) {
      const changes = { client_id: unknownClient, redirect_uri: redirectUri, prompt: "none" };
      const answer = await visit(authorizeUrl(practice, { ...changes, response_mode: responseMode }));
      expect(answer).toMatchObject({ status: 200, location: null });
      expect(answer.text).toContain("AADSTS50011");
      expect(answer.text).not.toContain("<form");
    }
  });

  it("a signed-in browser gets its answer at Jamf Connect's own addresses", async () => {
    const practice = await start("no-mfa");
    const signedIn = await signIn(practice, authorizeUrl(practice));
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (const redirectUri of ["https://127.0.0.1/jamfconnect", "jamfconnect://redirect/auth"]) {
      const changes = { client_id: unknownClient, redirect_uri: redirectUri, prompt: "none" };
      const answer = await visit(authorizeUrl(practice, changes), { headers: { cookie } });
      expect(answer.location).toMatch(new RegExp(`^${redirectUri}\\?code=`));
    }
  });
});

it("an id that is no GUID is answered as Entra answers it, never adopted", async () => {
  const practice = await start("no-mfa");
  const changes = { client_id: "YOUR_CLIENT_ID" };
  expect((await visit(authorizeUrl(practice, changes))).text).toContain("AADSTS700016");
  const answer = await postToken(practice, passwordForm(practice, changes));
  expect(answer.body["error_codes"]).toEqual([700016]);
  expect(answer.headers.has("x-latchkey-practice-adopted-client")).toBe(false);
});
