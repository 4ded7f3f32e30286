import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { kqlOf } from "../../../../main/core/sign-ins/kql.ts";
import { classOf, classRules, signInClasses } from "../../../../main/core/sign-ins/sign-in-class.ts";
import { allEntries } from "../../../../main/core/verdict/catalogue.ts";
import { jamfApp } from "../../../support/sign-in-rows.ts";

/** The little of Microsoft's parser that is used here; its own types are 60,000 lines of a generated file. */
type Kusto = {
  readonly KustoCode: {
    readonly ParseAndAnalyze: (text: string, state: unknown) => { GetDiagnostics(): Diagnostics };
  };
  readonly GlobalState: { readonly Default: { WithDatabase(database: unknown): unknown } };
  readonly Symbols: {
    readonly TableSymbol: {
      readonly $ctor7: new (name: string, schema: string, description: null) => unknown;
    };
    readonly DatabaseSymbol: {
      readonly $ctor3: new (name: string, other: null, members: unknown, isOpen: boolean) => unknown;
    };
  };
};
type Diagnostics = { readonly Count: number; getItem(index: number): { readonly Message: string } };

/** Columns of both tables that the query may use, as Microsoft documents them. */
const schema =
  "(TimeGenerated: datetime, ResultType: string, AppId: string, UserPrincipalName: string, IsInteractive: bool)";

let complaints: (query: string) => readonly string[] = () => ["not loaded"];

beforeAll(() => {
  const require = createRequire(import.meta.url);
  require("@kusto/language-service-next/bridge.min.js");
  require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
  const { Language } = (globalThis as unknown as { readonly Kusto: { readonly Language: Kusto } }).Kusto;
  const { TableSymbol, DatabaseSymbol } = Language.Symbols;
  const tables = ["SigninLogs", "AADNonInteractiveUserSignInLogs"].map(
    (name) => new TableSymbol.$ctor7(name, schema, null),
  );
  const state = Language.GlobalState.Default.WithDatabase(
    new DatabaseSymbol.$ctor3("logs", null, tables, false),
  );
  complaints = (query) => {
    const found = Language.KustoCode.ParseAndAnalyze(query, state).GetDiagnostics();
    return Array.from({ length: found.Count }, (_, index) => found.getItem(index).Message);
  };
});

describe("the query for Log Analytics", () => {
  it("is read without a complaint by Microsoft's own parser, and a wrong one is not", () => {
    expect(complaints(kqlOf([]))).toEqual([]);
    expect(complaints(kqlOf([jamfApp, jamfApp.toUpperCase()]))).toEqual([]);
    expect(complaints(kqlOf([]).replace("toint(ResultType)", "toint(NoSuchColumn)"))).not.toEqual([]);
    expect(complaints(kqlOf([]).replace("| summarize", "| sumarize"))).not.toEqual([]);
  });

  it("names both tables, every class and every classified code", () => {
    const kql = kqlOf([]);
    expect(kql).toContain("SigninLogs, AADNonInteractiveUserSignInLogs");
    for (const name of signInClasses) expect(kql).toContain(`"${name}"`);
    const words = new Set(kql.match(/\b\d+\b/g));
    const classified = allEntries().filter(({ code, assessed }) => assessed || classOf(code) !== "other");
    expect(classified.filter(({ code }) => !words.has(String(code))).map(({ code }) => code)).toEqual([]);
  });

  it("classifies as the reader does, whatever the code", () => {
    const kql = kqlOf([]);
    const lists = [...kql.matchAll(/Code in \(([\d, ]+)\), "([a-z-]+)"/g)].map(
      ([, codes = "", name = ""]) => ({
        codes: new Set(codes.split(", ").map(Number)),
        name,
      }),
    );
    const ranges = [...kql.matchAll(/Code between \((\d+) \.\. (\d+)\), "([a-z-]+)"/g)];
    const asQueried = (code: number) =>
      lists.find(({ codes }) => codes.has(code))?.name ??
      ranges.find(([, from, to]) => code >= Number(from) && code <= Number(to))?.[3] ??
      "other";
    const codes = [
      ...allEntries().map(({ code }) => code),
      0,
      1,
      53042,
      65099,
      90003,
      654321,
      9999999,
      123456,
    ];
    for (const code of codes) expect([code, asQueried(code)]).toEqual([code, classOf(code)]);
  });

  it("asks from the time that is given, and for the last two weeks without one", () => {
    expect(kqlOf([], Date.UTC(2026, 10, 9))).toContain(
      "| where TimeGenerated >= datetime(2026-11-09T00:00:00.000Z)",
    );
    expect(complaints(kqlOf([], Date.UTC(2026, 10, 9)))).toEqual([]);
    expect(kqlOf([])).toContain("ago(14d)");
  });

  it("attack: an application id that is none does not get into the query", () => {
    const kql = kqlOf(['") | union externaldata(x:string)["https://evil.example"] //', jamfApp]);
    expect(kql).not.toContain("evil");
    expect(kql).toContain(`"${jamfApp}"`);
  });
});

describe("the classes", () => {
  it.each([
    [0, "success"],
    [50076, "password-correct-mfa"],
    [50079, "password-correct-mfa"],
    [50074, "password-correct-mfa"],
    [50072, "password-correct-mfa"],
    [53003, "password-correct-blocked"],
    [53077, "password-correct-blocked"],
    [50126, "password-wrong"],
    [50053, "locked-out"],
    [50055, "account-state"],
    [50057, "account-state"],
    [700016, "misconfigured"],
    [65001, "misconfigured"],
    [50140, "other"],
    [500121, "other"],
    [-5, "other"],
  ])("%i is %s", (code, name) => {
    expect(classOf(code)).toBe(name);
  });

  it("give every code of the catalogue to exactly one", () => {
    const { codes } = classRules();
    const all = Object.values(codes).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
