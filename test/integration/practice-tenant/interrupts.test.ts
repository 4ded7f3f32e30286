import { describe, expect, test } from "vitest";
import type { PracticeTenant, Tenant } from "../../../main/practice-tenant/index.ts";
import {
  authorizeUrl,
  callback,
  passwordForm,
  postToken,
  start,
  submit,
  type Visit,
  visit,
} from "./support.ts";

async function afterPassword(practice: PracticeTenant, url = authorizeUrl(practice)): Promise<Visit> {
  const [account] = practice.description.accounts;
  return submit(await visit(url), practice, {
    loginfmt: account?.username ?? "",
    passwd: account?.password ?? "",
  });
}

const withoutConsent = (tenant: Tenant): Tenant => ({
  ...tenant,
  applications: tenant.applications.map((app) => ({ ...app, grants: [] })),
});

describe("consent", () => {
  test("is asked for, accepted for this person, and then known to the password check", async () => {
    const practice = await start("no-mfa", withoutConsent);
    expect((await postToken(practice, passwordForm(practice))).body["error_codes"]).toEqual([65001]);
    const page = await afterPassword(practice);
    expect(page.text).toContain("Permissions requested");
    expect(callback(await submit(page, practice, { answer: "accept" })).get("code")).not.toBeNull();
    expect((await postToken(practice, passwordForm(practice))).status).toBe(200);
    const [, sam] = practice.description.accounts;
    const other = passwordForm(practice, { username: sam?.username ?? "", password: sam?.password ?? "" });
    expect((await postToken(practice, other)).body["error_codes"]).toEqual([65001]);
  });

  test("declined is access_denied with 65004 at the client", async () => {
    const practice = await start("no-mfa", withoutConsent);
    const ended = callback(await submit(await afterPassword(practice), practice, { answer: "decline" }));
    expect(ended.get("error")).toBe("access_denied");
    expect(ended.get("error_description")).toMatch(/^AADSTS65004: /);
    expect(ended.get("state")).toBe("state-1");
  });

  test("for administrators only ends on a page, and an administrator may give it", async () => {
    const practice = await start("consent-missing");
    const url = authorizeUrl(practice, { scope: `${practice.description.apiScope} openid` });
    expect((await afterPassword(practice, url)).text).toContain("AADSTS90094");
    practice.update({
      users: { "robin@contoso.example": { roles: ["62e90394-69f5-4237-9190-012177145e10"] } },
    });
    expect((await afterPassword(practice, url)).text).toContain("Permissions requested");
  });
});

describe("an expired password", () => {
  const codes = (practice: PracticeTenant) => practice.signIns().map((row) => row.status.errorCode);

  test("is changed on a page of the login, which then goes on; the log has 50055 and the success", async () => {
    const practice = await start("password-expired");
    const page = await afterPassword(practice);
    expect(page.text).toContain("Update the password");
    expect(callback(await submit(page, practice, { answer: "accept" })).get("code")).not.toBeNull();
    expect(codes(practice)).toEqual([50055, 0]);
    // Practice changes nothing, so that the check still finds the password expired.
    expect((await postToken(practice, passwordForm(practice))).body["error_codes"]).toEqual([50055]);
  });

  test("comes before what policies want, which stays wanted", async () => {
    const practice = await start("password-expired", (tenant) => ({ ...tenant, securityDefaults: true }));
    const page = await submit(await afterPassword(practice), practice, { answer: "accept" });
    expect(page.text).toContain('name="otc"');
  });

  test("not changed is no way in", async () => {
    const practice = await start("password-expired");
    const page = await afterPassword(practice);
    expect(callback(await submit(page, practice, { answer: "decline" })).get("error")).toBe("access_denied");
    const skipped = await submit(await afterPassword(practice), practice, {
      step: "termsOfUse",
      answer: "accept",
    });
    expect(skipped.text).toContain("Update the password");
  });

  test("attack: a wrong password does not lead to the page that changes it", async () => {
    const practice = await start("password-expired");
    const [account] = practice.description.accounts;
    const page = await submit(await visit(authorizeUrl(practice)), practice, {
      loginfmt: account?.username ?? "",
      passwd: "another",
    });
    expect(page.text).toContain("AADSTS50126");
    expect(page.text).not.toContain("Update the password");
  });

  test("that expired on premises ends the login: a change needs password writeback", async () => {
    const practice = await start("pass-through");
    practice.update({ users: { "robin@contoso.example": { passwordState: "expired-on-premises" } } });
    expect((await afterPassword(practice)).text).toContain("AADSTS50144");
  });
});

describe("a policy that wants a compliant device of a sign-in that shows none", () => {
  test.each([53000, 50097, 530003] as const)("answers %i where the tenant says so", async (code) => {
    const practice = await start("compliant-device", (tenant) => ({
      ...tenant,
      unseenDevice: { login: code, check: code },
    }));
    expect((await afterPassword(practice)).text).toContain(`AADSTS${code}:`);
    const { body } = await postToken(practice, passwordForm(practice));
    expect(body).toMatchObject({ error: "invalid_grant", error_codes: [code] });
  });
});

describe("steps", () => {
  test("terms of use can be declined", async () => {
    const practice = await start("terms-of-use");
    const page = await afterPassword(practice);
    expect(page.text).toContain("Accept the terms of use");
    expect(callback(await submit(page, practice, { answer: "decline" })).get("error")).toBe("access_denied");
  });

  test("a method that is not strong enough is told so, the right one goes on", async () => {
    const practice = await start("authentication-strength");
    const weak = await submit(await afterPassword(practice), practice, { otc: "123456" });
    expect(weak.text).toContain("stronger method");
    expect(callback(await submit(weak, practice, { otc: "778899" })).get("code")).not.toBeNull();
  });

  test("stay signed in: asked once, and yes makes the cookie last", async () => {
    const practice = await start("no-mfa", (tenant) => ({ ...tenant, staySignedInPrompt: true }));
    const page = await afterPassword(practice);
    expect(page.text).toContain("Stay signed in?");
    const yes = await submit(page, practice, { LoginOptions: "1" });
    expect(yes.headers.get("set-cookie")).toMatch(/^ESTSAUTH=.*HttpOnly; SameSite=Lax; Max-Age=7776000$/);
    const no = await submit(await afterPassword(practice), practice, { LoginOptions: "3" });
    expect(no.headers.get("set-cookie")).not.toContain("Max-Age");
  });

  test("a page of an ended sign-in cannot be sent again", async () => {
    const practice = await start("no-mfa", withoutConsent);
    const page = await afterPassword(practice);
    await submit(page, practice, { answer: "accept" });
    const again = await submit(page, practice, { answer: "accept" });
    expect(again.location).toBeNull();
    expect(again.text).toContain("This sign-in has ended");
  });

  test("a second factor counts for the person who gave it, not for the next one on the same page", async () => {
    const practice = await start("all-cloud-apps-mfa", (tenant) => ({ ...tenant, staySignedInPrompt: true }));
    const first = await visit(authorizeUrl(practice));
    const [robin, sam] = practice.description.accounts;
    const mfa = await submit(first, practice, {
      loginfmt: robin?.username ?? "",
      passwd: robin?.password ?? "",
    });
    expect((await submit(mfa, practice, { otc: robin?.mfa?.code ?? "" })).text).toContain("Stay signed in?");
    const other = await submit(first, practice, {
      loginfmt: sam?.username ?? "",
      passwd: sam?.password ?? "",
    });
    expect(other.text).toContain('name="otc"');
  });

  test("no page can be answered before the password: the handle alone signs nobody in", async () => {
    const practice = await start("no-mfa");
    const page = await visit(authorizeUrl(practice));
    const ctx = /name="ctx" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    for (const path of ["kmsi", "common/Consent/Set", "common/practice/step", "common/SAS/ProcessAuth"]) {
      const body = new URLSearchParams({
        ctx,
        answer: "accept",
        step: "termsOfUse",
        otc: "246810",
        LoginOptions: "1",
      });
      const answer = await visit(new URL(`/${path}`, practice.authority).href, { method: "POST", body });
      expect(answer.location, path).toBeNull();
    }
  });
});

describe("live switches", () => {
  test("the next request sees a change, and a change that no file could hold is refused", async () => {
    const practice = await start("no-mfa");
    expect((await postToken(practice, passwordForm(practice))).status).toBe(200);
    expect(practice.update({ securityDefaults: true })).toMatchObject({ ok: true });
    expect((await postToken(practice, passwordForm(practice))).body["error_codes"]).toEqual([50079]);
    practice.update({ securityDefaults: false, outage: "sign-in" });
    const down = await postToken(practice, passwordForm(practice));
    expect([down.status, down.body["error"]]).toEqual([503, "temporarily_unavailable"]);
    expect((await fetch(practice.description.discovery.v2)).status).toBe(200);
    practice.update({ outage: "everything" });
    expect((await fetch(practice.description.discovery.v2)).status).toBe(503);
    practice.update({ outage: "none", users: { "robin@contoso.example": { accountEnabled: false } } });
    expect((await postToken(practice, passwordForm(practice))).body["error_codes"]).toEqual([50057]);
    const bad = practice.update({ smartLockoutSeconds: 5 } as never);
    expect(bad).toMatchObject({ ok: false, problem: { code: "practice-tenant-invalid" } });
  });
});
