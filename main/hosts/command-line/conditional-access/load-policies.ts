import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  type ConditionalAccessPolicy,
  type NamedLocation,
  readNamedLocations,
  readPolicies,
  tooManyPolicies,
} from "../../../core/conditional-access/index.ts";
import { maximumPolicies, maximumPolicyBytes } from "../../../core/conditional-access/limits.ts";
import type { Finding } from "../../../core/finding.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import type { Terminal } from "../command.ts";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** The policies of all files, and what there is to say about the files. */
export type LoadedPolicies = {
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly namedLocations: readonly NamedLocation[];
  readonly findings: readonly Finding[];
};

/**
 * Reads policies from files and folders (every `.json` below a folder). A file that is well but holds something else
 * (a group) is left out with a finding, as long as another one holds a policy; named locations come along, so that an
 * address can be compared with them. A damaged file is a problem, because an answer without its policies would be wrong.
 */
export async function loadPolicies(
  paths: readonly string[],
  terminal: Terminal,
): Promise<Result<LoadedPolicies>> {
  const files = await filesIn(paths);
  if (!Array.isArray(files)) return fail(files);
  const policies = new Map<string, ConditionalAccessPolicy>();
  const findings: Finding[] = [];
  const others: Problem[] = [];
  /** Files of named locations: used beside policies, and nothing by themselves. */
  const lonely: Problem[] = [];
  const namedLocations: NamedLocation[] = [];
  const twice: string[] = [];
  let left = maximumPolicyBytes;
  for (const file of files) {
    const bytes = await terminal.readFile(file, maximumPolicyBytes);
    if (!(bytes instanceof Uint8Array)) return fail(bytes);
    left -= bytes.length;
    if (left < 0) return fail(tooMuch(paths));
    const read = readPolicies(bytes, { fileName: file });
    if (!read.ok && read.problem.code !== "no-policy") return read;
    if (!read.ok) {
      const places = readNamedLocations(bytes);
      if (places.length === 0) others.push(read.problem);
      else lonely.push(read.problem);
      namedLocations.push(...places);
      continue;
    }
    namedLocations.push(...read.value.namedLocations);
    findings.push(...read.value.findings);
    for (const policy of read.value.policies) {
      // A policy without an id of its own is the same only inside its file.
      const key = GUID.test(policy.id) ? policy.id.toLowerCase() : `${file}\n${policy.id}`;
      if (policies.has(key)) twice.push(policy.displayName);
      else policies.set(key, policy);
    }
    if (policies.size > maximumPolicies) return fail(tooManyPolicies());
  }
  const [first] = [...others, ...lonely];
  if (policies.size === 0)
    return fail(first !== undefined && files.length === 1 ? first : noPolicies(paths, first));
  if (others.length > 0) findings.push(leftOut(others));
  if (twice.length > 0) findings.push(duplicates(twice));
  return succeed({ policies: [...policies.values()], namedLocations, findings });
}

async function filesIn(paths: readonly string[]): Promise<string[] | Problem> {
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false, // A path that does not exist is reported when it is read.
    );
    if (!isFolder) {
      files.push(path);
      continue;
    }
    try {
      const names = await readdir(path, { recursive: true });
      files.push(
        ...names
          .filter((name) => /\.json$/iu.test(name))
          .toSorted()
          .map((name) => join(path, name)),
      );
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
      return {
        code: "folder-unreadable",
        title: "A folder of policies cannot be read.",
        detail: `${path}: ${code}.`,
        fix: "Check the name and the permissions of the folder.",
      };
    }
  }
  return files;
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
