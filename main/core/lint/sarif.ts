import type { Finding } from "../finding.ts";
import type { Problem } from "../problem.ts";
import type { LintRule } from "./rule.ts";

/** What a run found, as far as a SARIF log tells it. */
export type SarifInput = {
  readonly version: string;
  readonly rules: readonly LintRule[];
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly Finding[];
    readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  }[];
  /** What could not be read. */
  readonly problems: readonly Problem[];
};

type Json = { readonly [name: string]: unknown };

const levels = { error: "error", warning: "warning", info: "note" } as const;

/**
 * A run as a log of the Static Analysis Results Interchange Format 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). Suppressed findings are in it, with their reason.
 */
export function sarifLog({ version, rules, files, problems }: SarifInput): Json {
  const descriptors = descriptorsFor(rules, files);
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));
  const results = files.flatMap(({ file, findings, suppressed }) => [
    ...findings.map((finding) => resultOf(file, finding, indexes)),
    ...suppressed.map(({ finding, reason }) => ({
      ...resultOf(file, finding, indexes),
      suppressions: [{ kind: "external", status: "accepted", justification: reason }],
    })),
  ]);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Latchkey", version, rules: descriptors } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map(({ code, title, detail, fix }) => ({
              level: "error",
              descriptor: { id: code },
              message: { text: `${title} ${detail} ${fix}` },
            })),
          },
        ],
        results,
      },
    ],
  };
}

/** The rules, and a bare entry for what other parts of the product find. */
function descriptorsFor(
  rules: readonly LintRule[],
  files: SarifInput["files"],
): readonly (Json & { readonly id: string })[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Map<string, Finding>();
  for (const { findings, suppressed } of files) {
    for (const finding of [...findings, ...suppressed.map((one) => one.finding)]) {
      if (!known.has(finding.rule)) others.set(finding.rule, finding);
    }
  }
  return [
    ...rules.map(({ id, name, why, source, severity, certainty, group }) => ({
      id,
      shortDescription: { text: `${name}.` },
      fullDescription: { text: why },
      helpUri: source,
      defaultConfiguration: { level: levels[severity] },
      properties: { tags: [group], certainty },
    })),
    ...[...others].map(([id, { severity }]) => ({
      id,
      defaultConfiguration: { level: levels[severity] },
    })),
  ];
}

function resultOf(file: string, finding: Finding, indexes: ReadonlyMap<string, number>): Json {
  const { rule, severity, certainty, title, detail, where, fix } = finding;
  const place = [where.domain, where.keyPath].filter((part) => part !== undefined).join("/");
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: levels[severity],
    message: { text: fix === undefined ? `${title} ${detail}` : `${title} ${detail} Fix: ${fixText(fix)}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: fileUri(file) } },
        ...(place === ""
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: place, name: where.keyPath ?? where.domain }] }),
      },
    ],
    partialFingerprints: { "latchkey/place/v1": [rule, place, where.policyId ?? ""].join("|") },
    properties: { certainty },
  };
}

function fixText(fix: NonNullable<Finding["fix"]>): string {
  const text = "patch" in fix ? fix.label : fix.steps.join(" ");
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** A path as a URI reference (RFC 3986): relative as it is, absolute with its scheme. */
export function fileUri(path: string): string {
  const parts = path.replaceAll("\\", "/").split("/").map(encodedPart);
  const encoded = parts.join("/");
  if (encoded.startsWith("/")) return `file://${encoded}`;
  return /^[a-z]%3A\//iu.test(encoded) ? `file:///${encoded.replace("%3A", ":")}` : encoded;
}

/** Half of a surrogate pair cannot be encoded; it becomes the sign for a damaged character. */
function encodedPart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd"));
}
