/** PowerShell as its grammar reads it: nothing is broken off, and no name is anything but a text. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { setupScript } from "../../../../../main/core/setup/index.ts";
import { powershellText } from "../../../../../main/core/setup/quote/powershell.ts";
import { splitUnseen } from "../../../../../main/core/setup/quote/split-unseen.ts";
import { anyText } from "../../../../support/any-text.ts";
import { assertProperty } from "../../../../support/assert-property.ts";
import { joinedNastyNames, nastyNames } from "../../../../support/nasty-names.ts";
import { nodesOf, powershellParser, type SyntaxNode } from "../../../../support/powershell-syntax.ts";
import { fullPlan, namesIn, need, recipeNames } from "./plans.ts";

let parse: (text: string) => SyntaxNode;
beforeAll(async () => {
  parse = await powershellParser();
});

function faultsOf(root: SyntaxNode): readonly string[] {
  return [...nodesOf(root)].filter((node) => node.type === "ERROR" || node.isMissing).map(({ text }) => text);
}

/** What a verbatim string stands for. */
function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/(['‘’‚‛])\1/g, "$1");
}

function verbatimTexts(root: SyntaxNode): readonly string[] {
  return [...nodesOf(root)]
    .filter(({ type }) => type === "verbatim_string_characters")
    .map(({ text }) => unquoted(text));
}

/** All that PowerShell would look into: strings that expand, here-strings, subexpressions. */
function expandable(root: SyntaxNode): readonly string[] {
  return [...nodesOf(root)]
    .filter(({ type }) => /expandable|here_string|sub_expression/.test(type))
    .map(({ text }) => text);
}

/** The text that a value of `powershellText` comes to, from its parts in the order in which they are joined. */
function evaluated(root: SyntaxNode): string {
  return [...nodesOf(root)]
    .map(({ type, text }) => {
      if (type === "verbatim_string_characters") return unquoted(text);
      return type === "hexadecimal_integer_literal" ? String.fromCodePoint(Number(text)) : "";
    })
    .join("");
}

describe.each(recipeNames)("%s", (recipe) => {
  test.each([false, true])("attack: no name is run, with undo %j", (undo) => {
    const plain = parse(need(setupScript(fullPlan(recipe, "Jamf Connect"), "graph-powershell", undo)));
    for (const name of joinedNastyNames) {
      const plan = fullPlan(recipe, name);
      const root = parse(need(setupScript(plan, "graph-powershell", undo)));
      expect(faultsOf(root)).toEqual([]);
      expect(expandable(root)).toEqual(expandable(plain));
      const texts = verbatimTexts(root);
      for (const made of namesIn(plan)) {
        const isPlain = splitUnseen(made).every(({ isSeen }) => isSeen);
        if (isPlain) expect(texts.filter((text) => text === made)).toEqual([made]);
        else expect(need(setupScript(plan, "graph-powershell", undo))).toContain(powershellText(made));
      }
    }
  });
});

test("any text is one value that comes to this text", () => {
  const withoutNul = anyText().filter((text) => !text.includes("\0"));
  assertProperty(
    fc.property(fc.oneof(withoutNul, fc.constantFrom(...nastyNames)), (text) => {
      const root = parse(`$value = ${powershellText(text)}`);
      expect(faultsOf(root)).toEqual([]);
      expect(expandable(root)).toEqual([]);
      expect(evaluated(root)).toBe(text);
    }),
  );
});

test("names of policies that are there already stay texts, in titles as well", () => {
  for (const name of joinedNastyNames) {
    const policy = {
      id: "1a7c4e00-0000-4000-8000-000000000101",
      displayName: name,
      applications: { includeApplications: ["All"] },
    };
    const root = parse(
      need(setupScript(fullPlan("api-excluded", "Jamf Connect", [policy]), "graph-powershell", false)),
    );
    expect(faultsOf(root)).toEqual([]);
    expect(verbatimTexts(root).some((text) => text.startsWith("Exclude the app from"))).toBe(true);
  }
});

test("a policy begins report-only, and no update holds its state", () => {
  const script = need(setupScript(fullPlan("two-apis", "Jamf Connect"), "graph-powershell", false));
  expect(script.match(/\bstate = /g)).toEqual(["state = "]);
  expect(script).toContain("state = 'enabledForReportingButNotEnforced'");
});

test("it signs in to the tenant with the permissions that the plan needs, asks, and prints the ids", () => {
  const plan = fullPlan("two-apis", "Jamf Connect");
  const script = need(setupScript(plan, "graph-powershell", false));
  const scopes = plan.permissions.map((permission) => `'${permission}'`).join(", ");
  expect(script).toContain(`Connect-MgGraph -TenantId 'contoso.com' -Scopes ${scopes}`);
  expect(script.indexOf("\nConfirm-Setup\n")).toBeLessThan(script.indexOf("\nStart-Step 1 "));
  expect(script).toContain("Write-Host ('latchkey.client-id=' + $clientAppId)");
});
