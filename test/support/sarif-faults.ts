/**
 * Where a value breaks the schema of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json),
 * as far as a log of this product uses it: these are the members, their types, what is required and what may be in a list. A member
 * that is not named here is a fault, as in the schema, which allows no others.
 */
export function sarifFaults(log: unknown): readonly string[] {
  return faultsOf(log, sarifLog, "$");
}

type Shape =
  | "string"
  | "boolean"
  | "uri"
  | "uri-reference"
  | "any"
  | { readonly oneOf: readonly string[] }
  | { readonly list: Shape; readonly least?: number }
  | { readonly integer: number }
  | { readonly map: Shape }
  | { readonly members: Readonly<Record<string, Shape>>; readonly required: readonly string[] };

const level: Shape = { oneOf: ["none", "note", "warning", "error"] };
const message: Shape = { members: { text: "string", markdown: "string" }, required: ["text"] };
const propertyBag: Shape = { map: "any" };

const rule: Shape = {
  members: {
    id: "string",
    name: "string",
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: "uri",
    defaultConfiguration: { members: { level }, required: [] },
    properties: propertyBag,
  },
  required: ["id"],
};

const result: Shape = {
  members: {
    ruleId: "string",
    ruleIndex: { integer: -1 },
    level,
    message,
    locations: {
      list: {
        members: {
          physicalLocation: {
            members: { artifactLocation: { members: { uri: "uri-reference" }, required: [] } },
            required: [],
          },
          logicalLocations: {
            list: { members: { name: "string", fullyQualifiedName: "string" }, required: [] },
          },
        },
        required: [],
      },
    },
    partialFingerprints: { map: "string" },
    suppressions: {
      list: {
        members: {
          kind: { oneOf: ["inSource", "external"] },
          status: { oneOf: ["accepted", "underReview", "rejected"] },
          justification: "string",
        },
        required: ["kind"],
      },
    },
    properties: propertyBag,
  },
  required: ["message"],
};

const sarifLog: Shape = {
  members: {
    $schema: "uri",
    version: { oneOf: ["2.1.0"] },
    runs: {
      list: {
        members: {
          tool: {
            members: {
              driver: {
                members: { name: "string", version: "string", rules: { list: rule } },
                required: ["name"],
              },
            },
            required: ["driver"],
          },
          columnKind: { oneOf: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: {
            list: {
              members: {
                executionSuccessful: "boolean",
                toolExecutionNotifications: {
                  list: {
                    members: { level, message, descriptor: { members: { id: "string" }, required: [] } },
                    required: ["message"],
                  },
                },
              },
              required: ["executionSuccessful"],
            },
          },
          results: { list: result },
        },
        required: ["tool"],
      },
    },
  },
  required: ["version", "runs"],
};

function faultsOf(value: unknown, shape: Shape, at: string): readonly string[] {
  if (shape === "any") return [];
  if (typeof shape === "string") return isOfType(value, shape) ? [] : [`${at} is no ${shape}`];
  if ("oneOf" in shape) return shape.oneOf.some((one) => one === value) ? [] : [`${at} is ${String(value)}`];
  if ("integer" in shape)
    return Number.isInteger(value) && Number(value) >= shape.integer ? [] : [`${at} is no integer`];
  if ("list" in shape) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, index) => faultsOf(item, shape.list, `${at}[${index}]`));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at} is no object`];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  if ("map" in shape) return entries.flatMap(([name, each]) => faultsOf(each, shape.map, `${at}.${name}`));
  const missing = shape.required.filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...entries.flatMap(([name, each]) => {
      const known = shape.members[name];
      return known === undefined ? [`${at}.${name} is not known`] : faultsOf(each, known, `${at}.${name}`);
    }),
  ];
}

function isOfType(value: unknown, type: "string" | "boolean" | "uri" | "uri-reference"): boolean {
  if (type === "boolean") return typeof value === "boolean";
  if (typeof value !== "string") return false;
  if (type === "uri") return /^[a-z][a-z0-9+.-]*:/iu.test(value) && URL.canParse(value);
  return type === "string" || !/[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/iu.test(value);
}
