import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentFindings } from "../../../../main/app/document/findings.ts";
import { describeProfile, type ProfileDocument, testSettings } from "../../../../main/core/profile/index.ts";
import { findRecipe } from "../../../../main/core/recipes/index.ts";
import {
  type Answers,
  type BlankForm,
  type BlankId,
  blankMark,
  fillTemplate,
  type Template,
  templates,
} from "../../../../main/core/templates/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const ids = {
  profile: "6C3E2C2B-8D5B-4B61-9A53-0D1F6A1E0001",
  login: "6C3E2C2B-8D5B-4B61-9A53-0D1F6A1E0002",
  menuBar: "6C3E2C2B-8D5B-4B61-9A53-0D1F6A1E0003",
};

const fitting: Readonly<Record<BlankForm, string>> = {
  tenant: "0b7a2f0e-30a5-4c43-9d6a-c1c1b7f3a001",
  guid: "7e1d4c52-92c4-4b5f-8f7e-5a1b2c3d4e01",
  text: "0oa1b2c3d4e5f6g7h8i9",
  secret: "not-a-secret-of-anybody",
  "api-app": "api://5b0c8a52-0000-4000-8000-aaaaaaaaaaaa/jamfconnect",
  url: "https://login.example.com/.well-known/openid-configuration",
  host: "example.okta.com",
  scopes: "openid profile email groups",
};

function answersFor({ blanks }: Template): Answers {
  return Object.fromEntries(
    blanks.map(({ id, form }) => [
      id,
      // With one app for both sign-ins there is no recipe of two.
      id === "check-api"
        ? "api://6d1e9b63-0000-4000-8000-bbbbbbbbbbbb/check"
        : id === "check-client-id"
          ? "0oa9z8y7x6w5v4u3t2s1"
          : fitting[form],
    ]),
  );
}

function made(id: string, answers: Answers): ProfileDocument {
  const filled = fillTemplate(id, answers, ids);
  if (!filled.ok) throw new Error(filled.problem.title);
  if ("wrong" in filled.value) throw new Error(filled.value.wrong[0]?.problem.title);
  return filled.value.document;
}

const errorsOf = (document: ProfileDocument) =>
  (documentFindings(document) ?? []).filter(({ severity }) => severity === "error");

describe("the templates", () => {
  test("are those of the recipes by letter and of the other providers", () => {
    expect(templates.map(({ id }) => id)).toEqual([
      "entra-two-apis",
      "entra-api-excluded",
      "entra-placeholder",
      "entra-simple",
      "entra-custom-scope-2023",
      "entra-adfs",
      "entra-v1-check",
      "okta",
      "okta-identity-engine",
      "google",
      "pingfederate",
      "onelogin",
      "ibm",
      "custom",
    ]);
    expect(templates.filter(({ advice }) => advice === "outdated").map(({ id }) => id)).toEqual([
      "entra-custom-scope-2023",
    ]);
  });

  test.each(templates)("$id has no error once its blanks are filled in", (template) => {
    const document = made(template.id, answersFor(template));
    expect(errorsOf(document)).toEqual([]);
    expect(testSettings(document, "login")).toMatchObject({
      ok: true,
      value: { provider: { value: template.provider } },
    });
    expect(describeProfile(document).payloads.map(({ domain }) => domain)).toEqual([
      "com.jamf.connect.login",
      "com.jamf.connect",
    ]);
  });

  test.each(templates)("$id has an error for each blank that was left open, and no other", (template) => {
    const needed = template.blanks.filter(({ without }) => without === null);
    expect(needed.length).toBeGreaterThan(0);
    const text = JSON.stringify(describeProfile(made(template.id, {})).payloads);
    for (const { id } of needed) expect(text).toContain(blankMark(id));
    const found = errorsOf(made(template.id, {}));
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(["placeholder-left"]));
    for (const { id } of needed) {
      const { [id]: _open, ...others } = answersFor(template) as Record<BlankId, string>;
      expect(errorsOf(made(template.id, others)).map(({ rule }) => rule)).toContain("placeholder-left");
    }
  });

  test.each(templates)("$id asks for nothing that does not change the profile", (template) => {
    const whole = answersFor(template);
    const before = JSON.stringify(describeProfile(made(template.id, whole)));
    for (const { id } of template.blanks) {
      const { [id]: _open, ...others } = whole as Record<BlankId, string>;
      expect(JSON.stringify(describeProfile(made(template.id, others))), id).not.toBe(before);
    }
  });

  test.each(templates.filter(({ recipe }) => recipe !== null))(
    "$id asks at both sign-ins for what its recipe says",
    (template) => {
      const document = made(template.id, answersFor(template));
      const scopesOf = (from: "login" | "menu-bar", use: "sign-in" | "password-check") => {
        const settings = testSettings(document, from, use);
        return settings.ok ? settings.value.scopes.value.join(" ") : "";
      };
      const recipe = findRecipe(template.recipe);
      expect(scopesOf("login", "sign-in").includes("aaaaaaaaaaaa")).toBe(
        recipe?.scopes.login === "login-api",
      );
      for (const from of ["login", "menu-bar"] as const) {
        expect(scopesOf(from, "password-check").includes("bbbbbbbbbbbb")).toBe(
          recipe?.scopes.check === "check-api",
        );
      }
    },
  );

  test("hybrid sends both checks to AD FS, and the older check goes to v1 while the login stays at v2", () => {
    const adfs = templates.find(({ id }) => id === "entra-adfs");
    const v1 = templates.find(({ id }) => id === "entra-v1-check");
    if (adfs === undefined || v1 === undefined) throw new Error("a template is missing");
    const hybrid = made("entra-adfs", answersFor(adfs));
    for (const from of ["login", "menu-bar"] as const) {
      expect(testSettings(hybrid, from, "password-check")).toMatchObject({
        value: { provider: { value: "Custom" }, discoveryUrl: { value: fitting.url } },
      });
    }
    expect(testSettings(hybrid, "login", "sign-in")).toMatchObject({ value: { discoveryUrl: null } });
    const older = made("entra-v1-check", answersFor(v1));
    expect(testSettings(older, "login", "sign-in")).toMatchObject({
      value: { discoveryUrl: { value: expect.stringContaining("/v2.0/") } },
    });
    expect(testSettings(older, "menu-bar", "password-check")).toMatchObject({
      value: { discoveryUrl: { value: expect.not.stringContaining("/v2.0") } },
    });
  });
});

describe("answers", () => {
  const wrong = (id: string, answers: Answers) => {
    const filled = fillTemplate(id, answers, ids);
    return filled.ok && "wrong" in filled.value ? filled.value.wrong.map(({ blank }) => blank) : null;
  };

  test("that do not fit are all told, each at its blank, and blanks around them are no fault", () => {
    expect(wrong("entra-two-apis", { tenant: "https://contoso.com", "client-id": "1234" })).toEqual([
      "tenant",
      "client-id",
    ]);
    expect(wrong("okta", { host: "https://example.okta.com/" })).toEqual(["host"]);
    expect(wrong("custom", { "discovery-url": "http://login.example.com/x" })).toEqual(["discovery-url"]);
    expect(wrong("google", { "client-id": "two words" })).toEqual(["client-id"]);
    const document = made("entra-simple", { tenant: "  contoso.com\n", "client-id": ` ${fitting.guid} ` });
    expect(testSettings(document, "login")).toMatchObject({ value: { tenant: { value: "contoso.com" } } });
  });

  test("that name one API app for both sign-ins are refused, and so is a template that is none", () => {
    const api = fitting["api-app"];
    expect(fillTemplate("entra-two-apis", { "login-api": api, "check-api": api }, ids)).toMatchObject({
      problem: { code: "api-apps-equal" },
    });
    expect(fillTemplate("constructor", {}, ids)).toMatchObject({ problem: { code: "template-unknown" } });
  });

  test("attack: a secret that does not fit is not repeated", () => {
    expect(JSON.stringify(fillTemplate("google", { "client-secret": "hunter2\u0000" }, ids))).not.toContain(
      "hunter2",
    );
  });

  test("of any text make a profile that says what was typed, or a problem", () => {
    assertProperty(
      fc.property(
        fc.constantFrom(...templates),
        fc.string({ unit: "binary", maxLength: 40 }),
        (template, text) => {
          const answers = Object.fromEntries(template.blanks.map(({ id }) => [id, text]));
          const filled = fillTemplate(template.id, answers, ids);
          if (!filled.ok) expect(filled.problem.fix).not.toBe("");
          else if ("wrong" in filled.value) expect(filled.value.wrong.length).toBeGreaterThan(0);
          else if (text.trim() !== "")
            expect(JSON.stringify(describeProfile(filled.value.document))).toContain(
              JSON.stringify(text.trim().split(/[+\s]+/)[0]).slice(1, -1),
            );
        },
      ),
    );
  });
});
