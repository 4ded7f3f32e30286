import { describe, expect, test } from "vitest";
import { nameRun, runName } from "../../../../main/core/history/index.ts";
import { check, login, record } from "./records.ts";

describe("what a run is called", () => {
  test("the person, the tenant and what was asked; the host where no tenant is named", () => {
    expect(runName(record([check()]))).toEqual({
      title: "m…@contoso.com",
      rest: "contoso.com, check",
      about: "m…@contoso.com, contoso.com",
      whole: "m…@contoso.com, contoso.com, check",
    });
    const elsewhere = check({ asked: { host: "id.example", tenant: null, person: null } });
    expect(runName(record([elsewhere])).whole).toBe("id.example, check");
    const nowhere = check({ asked: { host: "", tenant: null, person: null } });
    expect(runName(record([nowhere])).whole).toBe("No address, check");
  });

  test("the title of its practice scenario, whatever the practice tenant is called", () => {
    const practice = { practice: true, scenario: "no-mfa", scenarioTitle: "No MFA" };
    expect(runName(record([check()], practice))).toMatchObject({
      title: "No MFA",
      rest: "m…@contoso.com, check",
    });
  });

  test("a scenario says what stood otherwise, and of more than one switch how many; a tenant of one's own never", () => {
    const practice = { practice: true, scenario: "no-mfa", scenarioTitle: "No MFA" };
    const off = ["CA001 turned off"];
    expect(runName(record([check()], practice), off)).toMatchObject({
      title: "No MFA",
      rest: "CA001 turned off, m…@contoso.com, check",
      about: "No MFA, CA001 turned off, m…@contoso.com",
      changed: "CA001 turned off",
    });
    const two = [...off, "Basic scopes: legacy"];
    expect(runName(record([check()], practice), two).about).toBe(
      "No MFA, 2 switches changed, m…@contoso.com",
    );
    expect(runName(record([check()], practice)).changed).toBeUndefined();
    expect(runName(record([check()]), off).changed).toBeUndefined();
    expect(runName(record([check()]), off).whole).toBe("m…@contoso.com, contoso.com, check");
  });

  test("the name of the scenario in a copy that was kept before titles were", () => {
    const practice = { practice: true, scenario: "no-mfa" };
    expect(runName(record([check()], practice)).title).toBe("no-mfa");
  });

  test("the person of its check where the login of a run of both names nobody", () => {
    const unnamed = login({ asked: { person: null } });
    expect(runName(record([unnamed, check()])).whole).toBe("m…@contoso.com, contoso.com, both");
  });

  test("the first part of a tenant that is known by its id alone", () => {
    const tenant = "9B04D7E1-5c1e-4a55-8a3b-0f1d2c3b2a19";
    const named = { kind: "oidc", scenario: null, host: "login.microsoftonline.com", person: null } as const;
    expect(nameRun({ ...named, tenant }).whole).toBe("9B04D7E1…, login");
  });
});
