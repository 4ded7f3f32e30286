import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tri } from "../../../../main/core/conditional-access/index.ts";
import { evaluateRule } from "../../../../main/core/conditional-access/rule/evaluate.ts";
import { parseRule } from "../../../../main/core/conditional-access/rule/parse.ts";
import type { AttributeValue, RuleNode } from "../../../../main/core/conditional-access/rule/rule.ts";
import { assertProperty } from "../../../support/assert-property.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;

function evaluate(rule: string, attributes: Attributes = {}): Tri {
  const parsed = parseRule(rule);
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return evaluateRule(parsed.value, (name) => attributes[name]);
}

const A = "device.a -eq 1";
const flags = (a: boolean, b: boolean, c: boolean): Attributes => ({
  "device.a": a ? 1 : 0,
  "device.b": b ? 1 : 0,
  "device.c": c ? 1 : 0,
});

describe("the rule language", () => {
  it("[i-10] -not binds before -and, -and before -or", () => {
    const rule = "-not device.a -eq 1 -and device.b -eq 1 -or device.c -eq 1";
    for (const a of [true, false])
      for (const b of [true, false])
        for (const c of [true, false]) {
          expect(evaluate(rule, flags(a, b, c))).toBe((!a && b) || c ? "yes" : "no");
          expect(evaluate(`device.c -eq 1 -or ${rule}`, flags(a, b, c))).toBe(c || (!a && b) ? "yes" : "no");
        }
  });

  it("parentheses bind first", () => {
    expect(evaluate("-not (device.a -eq 1 -or device.b -eq 1)", flags(false, true, false))).toBe("no");
    expect(
      evaluate("(device.a -eq 1 -or device.b -eq 1) -and device.c -eq 1", flags(true, false, false)),
    ).toBe("no");
  });

  it.each([
    "DEVICE.A -EQ 1",
    "device.a eq 1",
    "Device.A Eq 1",
    "device.a -equals 1",
    "((device.a -eq 1))",
    "-not not device.a -eq 1",
  ])("[i-10] case and hyphens do not matter: %s", (rule) => {
    expect(evaluate(rule, { "device.a": 1 })).toBe("yes");
    expect(evaluate(rule, { "device.a": 2 })).toBe("no");
  });

  it.each<[string, AttributeValue, Tri]>([
    ['device.x -eq "mac"', "MAC", "yes"],
    ['device.x -ne "mac"', "MAC", "no"],
    ['device.x -startsWith "Con"', "contoso", "yes"],
    ['device.x -notStartsWith "Con"', "contoso", "no"],
    ['device.x -endsWith "oso"', "contoso", "yes"],
    ['device.x -notEndsWith "oso"', "contoso", "no"],
    ['device.x -contains "tos"', "contoso", "yes"],
    ['device.x -notContains "tos"', "contoso", "no"],
    ['device.x -in ["a", "contoso"]', "contoso", "yes"],
    ['device.x -notIn ["a", "contoso"]', "contoso", "no"],
    ["device.x -eq True", true, "yes"],
    ["device.x -eq $false", true, "no"],
    ["device.x -eq null", null, "yes"],
    ["device.x -ne null", "x", "yes"],
  ])("[d-rule-operators] %s on %s is %s", (rule, value, expected) => {
    expect(evaluate(rule, { "device.x": value })).toBe(expected);
  });

  it("[c-filter-contains] -contains on several values asks for one whole value, on one text for a part", () => {
    const labels = ["CloudPC", "M365Managed"];
    expect(evaluate('device.x -contains "CloudPC"', { "device.x": labels })).toBe("yes");
    expect(evaluate('device.x -contains "Cloud"', { "device.x": labels })).toBe("no");
    expect(evaluate('device.x -contains "Cloud"', { "device.x": "CloudPC" })).toBe("yes");
  });

  it("[i-10] -eq on several values means any of them", () => {
    expect(evaluate('device.x -eq "b"', { "device.x": ["a", "b"] })).toBe("yes");
    expect(evaluate('device.x -ne "b"', { "device.x": ["a", "b"] })).toBe("no");
  });

  it.each([
    ['device.x -eq "a"', "no"],
    ['device.x -ne "a"', "yes"],
    ['device.x -contains "a"', "no"],
    ['device.x -notContains "a"', "yes"],
    ['device.x -startsWith "a"', "no"],
    ['device.x -notEndsWith "a"', "yes"],
    ['device.x -in ["a"]', "no"],
    ['device.x -notIn ["a"]', "yes"],
    ["device.isCompliant -ne True", "yes"],
  ])("[c-device-unregistered] an attribute that is null: %s is %s", (rule, expected) => {
    expect(evaluate(rule, { "device.x": null, "device.iscompliant": null })).toBe(expected);
  });

  it("an attribute that is not given depends, unless the rest decides", () => {
    expect(evaluate('device.x -eq "a"')).toBe("depends");
    expect(evaluate('device.x -ne "a"')).toBe("depends");
    expect(evaluate(`device.x -eq "a" -or ${A}`, { "device.a": 1 })).toBe("yes");
    expect(evaluate(`device.x -eq "a" -and ${A}`, { "device.a": 2 })).toBe("no");
  });

  it("quotes inside quotes", () => {
    expect(evaluate('device.x -eq "a \\" b"', { "device.x": 'a " b' })).toBe("yes");
    expect(evaluate("device.x -eq 'it`'s'", { "device.x": "it's" })).toBe("yes");
  });
});

describe("rules that cannot be read", () => {
  it.each([
    ["", 1, /ends where/u],
    ["device.x", 9, /operator/u],
    ["device.x -like 1", 10, /"-like"/u],
    ["device.x -eq", 13, /a value/u],
    ['device.x -eq "open', 14, /never closed/u],
    ["device.x -eq 1 -and", 20, /attribute/u],
    ["(device.x -eq 1", 16, /closing parenthesis/u],
    ["device.x -eq 1)", 15, /end of the rule/u],
    ["device.x -eq [1, 2", 19, /closing bracket/u],
    ["isCompliant -eq True", 1, /attribute/u],
    ["device.x -eq 1 % 2", 16, /"%"/u],
  ])("%j names the place", (rule, column, detail) => {
    const parsed = parseRule(rule);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problem.code).toBe("unreadable-rule");
    expect(parsed.problem.at).toEqual({ line: 1, column });
    expect(parsed.problem.detail).toMatch(detail);
  });

  it("deep nesting and great length are refused", () => {
    expect(parseRule(`${"(".repeat(5000)}device.x -eq 1${")".repeat(5000)}`).ok).toBe(false);
    expect(parseRule(`${"-not ".repeat(5000)}device.x -eq 1`).ok).toBe(false);
    expect(parseRule(`device.x -eq "${"a".repeat(200_000)}"`).ok).toBe(false);
  });

  it("any text gives a tree or a problem, never an exception", () => {
    const words = fc.constantFrom(
      "device.a",
      "-eq",
      "eq",
      "-and",
      "or",
      "-not",
      "(",
      ")",
      "[",
      "]",
      ",",
      '"x"',
      "'",
      "1",
      "True",
      " ",
    );
    assertProperty(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join(" ")),
        ),
        (text) => {
          const parsed = parseRule(text);
          return parsed.ok || (parsed.problem.at?.column ?? 0) >= 1;
        },
      ),
    );
  });
});

const comparison: fc.Arbitrary<RuleNode> = fc.record({
  kind: fc.constant("compare" as const),
  attribute: fc.constantFrom("device.a", "device.b", "customsecurityattribute.set_name"),
  comparison: fc.constantFrom("eq", "startswith", "endswith", "contains", "in"),
  negative: fc.boolean(),
  values: fc.array(fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.nat()), {
    minLength: 1,
    maxLength: 3,
  }),
});
const { tree } = fc.letrec<{ tree: RuleNode }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    comparison,
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      left: tie("tree"),
      right: tie("tree"),
    }),
    fc.record({ kind: fc.constant("not" as const), operand: tie("tree") }),
  ),
}));

/** Writes a tree as a rule, with every parenthesis. */
function write(node: RuleNode): string {
  if (node.kind === "not") return `-not (${write(node.operand)})`;
  if (node.kind !== "compare") return `(${write(node.left)}) -${node.kind} (${write(node.right)})`;
  const values = node.values.map((value) =>
    typeof value === "string"
      ? `"${value.replace(/[\\`"]/gu, (mark) => (mark === '"' ? '\\"' : mark + mark))}"`
      : String(value),
  );
  const positive = {
    eq: "eq",
    startswith: "startsWith",
    endswith: "endsWith",
    contains: "contains",
    in: "in",
  };
  const negative = {
    eq: "ne",
    startswith: "notStartsWith",
    endswith: "notEndsWith",
    contains: "notContains",
    in: "notIn",
  };
  const operator = (node.negative ? negative : positive)[node.comparison];
  return `${node.attribute} -${operator} [${values.join(", ")}]`;
}

it("attack: a rule of ten thousand joined comparisons is evaluated to its end", () => {
  const rule = parseRule(`${". in'' or ".repeat(9_900)}device.a -eq "x"`);
  if (!rule.ok) throw new Error(rule.problem.detail);
  expect(evaluateRule(rule.value, (name) => (name === "device.a" ? "x" : null))).toBe("yes");
  expect(evaluateRule(rule.value, () => undefined)).toBe("depends");
});

describe("properties of rules", () => {
  it("what is written from a tree reads as the same tree", () => {
    assertProperty(
      fc.property(tree, (node) => {
        const parsed = parseRule(write(node));
        expect(parsed.ok && parsed.value).toEqual(node);
      }),
    );
  });

  const value = fc.option(fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string())), { nil: null });

  it("-not is the opposite, and a further attribute never turns yes into no", () => {
    assertProperty(
      fc.property(tree, value, value, (node, a, b) => {
        const few = evaluateRule(node, (name) => (name === "device.a" ? a : undefined));
        const more = evaluateRule(node, (name) =>
          name === "device.a" ? a : name === "device.b" ? b : undefined,
        );
        if (few !== "depends") expect(more).toBe(few);
        const opposite = { yes: "no", no: "yes", depends: "depends" };
        expect(evaluateRule({ kind: "not", operand: node }, () => a)).toBe(
          opposite[evaluateRule(node, () => a)],
        );
      }),
    );
  });
});
