import {
  type ConditionalAccessPolicy,
  type NamedLocation,
  readNamedLocations,
  readPolicies,
  tooManyPolicies,
} from "../../core/conditional-access/index.ts";
import { maximumPolicies, maximumPolicyBytes } from "../../core/conditional-access/limits.ts";
import type { Finding } from "../../core/finding.ts";
import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";

/** The policies of all files, and what there is to say about the files. */
export type LoadedPolicies = {
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly namedLocations: readonly NamedLocation[];
  readonly findings: readonly Finding[];
};

/** A file that may hold policies; read when its turn comes. */
export type PolicyFileSource = {
  readonly name: string;
  readonly read: (most: number) => Promise<Result<Uint8Array>>;
};

/**
 * Reads the policies of several files as one tenant's. A file that is well but holds something else (a group) is left out with a
 * finding, as long as another one holds a policy; named locations come along, so that an address can be compared with them. A
 * damaged file is a problem, because an answer without its policies would be wrong.
 *
 * @param given what a person named, for problems
 */
export async function gatherPolicies(
  files: readonly PolicyFileSource[],
  given: readonly string[],
): Promise<Result<LoadedPolicies>> {
  const policies = new Map<string, ConditionalAccessPolicy>();
  const findings: Finding[] = [];
  const others: Problem[] = [];
  /** Files of named locations: used beside policies, and nothing by themselves. */
  const lonely: Problem[] = [];
  const namedLocations: NamedLocation[] = [];
  const twice: string[] = [];
  let left = maximumPolicyBytes;
  for (const file of files) {
    const bytes = await file.read(maximumPolicyBytes);
    if (!bytes.ok) return bytes;
    left -= bytes.value.length;
    if (left < 0) return fail(tooMuch(given));
    const read = readPolicies(bytes.value, { fileName: file.name });
    if (!read.ok && read.problem.code !== "no-policy") return read;
    if (!read.ok) {
      const places = readNamedLocations(bytes.value);
      if (places.length === 0) others.push(read.problem);
      else lonely.push(read.problem);
      namedLocations.push(...places);
      continue;
    }
    namedLocations.push(...read.value.namedLocations);
    findings.push(...read.value.findings);
    for (const policy of read.value.policies) {
      // A policy without an id of its own is the same only inside its file.
      const key = isGuid(policy.id) ? policy.id.toLowerCase() : `${file.name}\n${policy.id}`;
      if (policies.has(key)) twice.push(policy.displayName);
      else policies.set(key, policy);
    }
    if (policies.size > maximumPolicies) return fail(tooManyPolicies());
  }
  const [first] = [...others, ...lonely];
  if (policies.size === 0)
    return fail(first !== undefined && files.length === 1 ? first : noPolicies(given, first));
  if (others.length > 0) findings.push(leftOut(others));
  if (twice.length > 0) findings.push(duplicates(twice));
  return succeed({ policies: [...policies.values()], namedLocations, findings });
}

function tooMuch(paths: readonly string[]): Problem {
  return {
    code: "file-too-large",
    title: "These are more policies than one tenant has.",
    detail: `${paths.join(", ")}: the files have more than ${maximumPolicyBytes / 1_048_576} MB together.`,
    fix: "Give the policies of one tenant only.",
  };
}

function noPolicies(paths: readonly string[], example: Problem | undefined): Problem {
  return {
    code: "no-policy",
    title: "There is no Conditional Access policy in what was given.",
    detail: `${paths.join(", ")}: ${example === undefined ? "no .json file." : example.detail}`,
    fix: "Give an export of identity/conditionalAccess/policies: files, or a folder with them.",
  };
}

function leftOut(problems: readonly Problem[]): Finding {
  const shown = problems.slice(0, 5).map((problem) => problem.detail);
  const rest = problems.length > 5 ? ` And ${problems.length - 5} more.` : "";
  return {
    rule: "not-a-policy",
    severity: "info",
    certainty: "documented",
    title: `${problems.length} ${problems.length === 1 ? "file holds" : "files hold"} no policy and ${problems.length === 1 ? "is" : "are"} left out.`,
    detail: `${shown.join(" ")}${rest}`,
    where: {},
  };
}

function duplicates(names: readonly string[]): Finding {
  return {
    rule: "policy-given-twice",
    severity: "warning",
    certainty: "documented",
    title: "Some policies were given more than once.",
    detail: `The first of each counts: ${[...new Set(names)].join(", ")}.`,
    where: {},
  };
}
