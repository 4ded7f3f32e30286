import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recipes } from "../../../../main/core/recipes/index.ts";
import { type PrintedIds, readPrintedIds, writePrintedIds } from "../../../../main/core/setup/printed-ids.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const ids: PrintedIds = {
  tenant: "contoso.com",
  recipe: "two-apis",
  clientId: "0f0f0f0f-1111-4222-8333-444455550001",
  loginScopes: "api://0f0f0f0f-1111-4222-8333-444455550002/jamfconnect+openid+profile+email",
  checkScopes: "openid+profile+email",
};

const api = fc.uuid().map((id) => `api://${id}/jamfconnect+openid+profile+email`);
const scopes = fc.oneof(api, fc.constant("openid+profile+email"));
const anyIds: fc.Arbitrary<PrintedIds> = fc.record({
  tenant: fc.oneof(fc.uuid(), fc.constant("contoso.onmicrosoft.com")),
  recipe: fc.constantFrom(...recipes.map(({ name }) => name)),
  clientId: fc.uuid(),
  loginScopes: scopes,
  checkScopes: scopes,
});

const problem = (text: string) => {
  const read = readPrintedIds(text);
  return read.ok ? "read" : read.problem.code;
};

describe("what is printed is read back", () => {
  test("whatever stands around it, in any order of the lines", () => {
    const around = anyText({ maxLength: 40 }).filter((text) => !/latchkey|[a-z0-9.:/_+-]$/i.test(text));
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    assertProperty(
      fc.property(anyIds, around, around, order, (given, before, after, at) => {
        const lines = writePrintedIds(given).trim().split("\n");
        const text = `${before}\n${at.map((index) => lines[index]).join("\n")}\n${after}`;
        expect(readPrintedIds(text)).toEqual({ ok: true, value: given });
      }),
    );
  });

  test.each([
    ["quoted by a mail program", (line: string) => `> ${line}`],
    ["in quotes", (line: string) => line.replace(/=(.*)/, '="$1"')],
    ["in typographic quotes", (line: string) => line.replace(/=(.*)/, " = “$1”")],
    ["with blanks", (line: string) => `   ${line.replace("=", "  =  ")}  `],
    ["with line ends of Windows", (line: string) => `${line}\r`],
    ["with a colon", (line: string) => line.replace("=", ": ")],
    ["as a table", (line: string) => `| ${line} |`],
  ])("%s", (_, change) => {
    const text = writePrintedIds(ids).trim().split("\n").map(change).join("\n");
    expect(readPrintedIds(text)).toEqual({ ok: true, value: ids });
  });

  test("twice the same is the same", () => {
    expect(readPrintedIds(writePrintedIds(ids).repeat(2))).toEqual({ ok: true, value: ids });
  });
});

describe("what cannot be used is refused", () => {
  test("nothing, and a part", () => {
    expect(problem("")).toBe("ids-missing");
    const read = readPrintedIds(writePrintedIds(ids).split("\n").slice(0, 3).join("\n"));
    expect(read).toMatchObject({
      ok: false,
      problem: { detail: expect.stringContaining("latchkey.login-scopes") },
    });
  });

  test("two runs", () => {
    expect(problem(writePrintedIds(ids) + writePrintedIds({ ...ids, checkScopes: ids.loginScopes }))).toBe(
      "ids-disagree",
    );
  });

  test.each([
    ["client-id=x", writePrintedIds(ids).replace(ids.clientId, "not-an-id")],
    ["an unknown recipe", writePrintedIds(ids).replace("two-apis", "three-apis")],
    ["no tenant", writePrintedIds(ids).replace("contoso.com", "contoso")],
    [
      "scopes without openid",
      writePrintedIds(ids).replace("check-scopes=openid", "check-scopes=offline_access"),
    ],
    [
      "scopes that are an address",
      writePrintedIds(ids).replace("check-scopes=openid", "check-scopes=https://x/openid"),
    ],
    ["an id that was not filled in", writePrintedIds(ids).replace(ids.clientId, "{clientAppId}")],
  ])("%s", (_, text) => {
    expect(["ids-invalid", "ids-missing"]).toContain(problem(text));
  });

  test("any text is answered", () => {
    assertProperty(fc.property(anyText(), (text) => void expect(problem(text)).toBe("ids-missing")));
  });
});
