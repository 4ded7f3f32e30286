import {
  type ConditionalAccessPolicy,
  mergeTenantObjects,
  type NamedLocation,
  NO_TENANT_OBJECTS,
  type PolicyNeighbours,
  readNeighbours,
  readPolicies,
  type TenantObjects,
  tooManyPolicies,
  withStrengths,
} from "../../core/conditional-access/index.ts";
import { maximumPolicies, maximumPolicyBytes } from "../../core/conditional-access/limits.ts";
import type { Finding } from "../../core/finding.ts";
import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";

/** The policies of all files, what stands beside them, and what there is to say about the files. */
export type LoadedPolicies = {
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly namedLocations: readonly NamedLocation[];
  readonly objects: TenantObjects;
  readonly findings: readonly Finding[];
};

/** A file that may hold policies; read when its turn comes. */
export type PolicyFileSource = {
  readonly name: string;
  readonly read: (most: number) => Promise<Result<Uint8Array>>;
};

/** What one file gave. */
export type PolicyFileRead = {
  readonly name: string;
  readonly bytes: number;
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly neighbours: Pick<PolicyNeighbours, "namedLocations" | "objects">;
  readonly findings: readonly Finding[];
  /** What it is in place of policies; null where it has some. */
  readonly noPolicy: Problem | null;
  /** Why it counts for nothing; null where it gave something. */
  readonly problem: Problem | null;
  /** True where it is damaged or cannot be read, so that policies may be missing; false for a file of another kind. */
  readonly isDamaged: boolean;
};

const nothing: PolicyNeighbours = {
  namedLocations: [],
  objects: NO_TENANT_OBJECTS,
  others: [],
};

/**
 * Reads files that may hold policies, or objects that give names to the ids in them: named locations, groups, apps,
 * authentication strengths. What is wrong with one of them is said of it, and the others are read all the same.
 *
 * @param alreadyRead bytes of the files that were read before and are kept
 */
export async function readPolicyFiles(
  files: readonly PolicyFileSource[],
  alreadyRead: number,
): Promise<readonly PolicyFileRead[]> {
  const read: PolicyFileRead[] = [];
  let left = maximumPolicyBytes - alreadyRead;
  for (const file of files) {
    const one = await readOne(file, left);
    left -= one.bytes;
    read.push(one);
  }
  return read;
}

async function readOne(file: PolicyFileSource, left: number): Promise<PolicyFileRead> {
  const refused = (problem: Problem, isDamaged: boolean, bytes = 0): PolicyFileRead => ({
    name: file.name,
    bytes,
    policies: [],
    neighbours: nothing,
    findings: [],
    noPolicy: problem,
    problem,
    isDamaged,
  });
  const bytes = await file.read(maximumPolicyBytes);
  if (!bytes.ok) return refused(bytes.problem, true);
  const size = bytes.value.length;
  if (size > left) return refused(tooMuch(file.name), true);
  const policies = readPolicies(bytes.value, { fileName: file.name });
  if (policies.ok) {
    const { value } = policies;
    return {
      ...refused(tooMuch(""), false, size),
      ...value,
      neighbours: value,
      noPolicy: null,
      problem: null,
    };
  }
  if (policies.problem.code !== "no-policy") return refused(policies.problem, true, size);
  const neighbours = readNeighbours(bytes.value);
  const { named, grants, homeRealmPolicies } = neighbours.objects;
  const isUseful = [neighbours.namedLocations, named, grants, homeRealmPolicies].some(
    (list) => list.length > 0,
  );
  const other = refused(policies.problem, false, size);
  return isUseful ? { ...other, neighbours, problem: null } : other;
}

/**
 * Puts together what files gave, as one tenant's. A policy that is there more than once counts once: the first one.
 * Problem: `too-many-policies`.
 */
export function togetherPolicies(files: readonly PolicyFileRead[]): Result<LoadedPolicies> {
  const policies = new Map<string, ConditionalAccessPolicy>();
  const findings: Finding[] = [];
  const twice: string[] = [];
  const ids = new Set<string>();
  for (const file of files) {
    findings.push(...file.findings);
    for (const policy of file.policies) {
      // Without an id of its own a policy is the same only inside its file, and only where it says the same: names may come twice.
      const key = isGuid(policy.id) ? policy.id.toLowerCase() : `${file.name}\n${JSON.stringify(policy.raw)}`;
      if (policies.has(key)) {
        twice.push(policy.displayName);
        continue;
      }
      // Changes are tried by id, so two policies must not share one.
      const id = ownId(policy.id, file.name, ids);
      ids.add(id);
      policies.set(key, id === policy.id ? policy : { ...policy, id });
    }
    if (policies.size > maximumPolicies) return fail(tooManyPolicies());
  }
  const others = files.filter(({ problem, isDamaged }) => problem !== null && !isDamaged);
  const damaged = files.filter(({ isDamaged }) => isDamaged);
  if (damaged.length > 0) findings.push(refusedFiles(damaged));
  if (others.length > 0) findings.push(leftOut(others.flatMap(({ problem }) => problem ?? [])));
  if (twice.length > 0) findings.push(duplicates(twice));
  const objects = mergeTenantObjects(files.map(({ neighbours }) => neighbours.objects));
  return succeed({
    policies: withStrengths([...policies.values()], objects.strengths),
    namedLocations: files.flatMap(({ neighbours }) => neighbours.namedLocations),
    objects,
    findings,
  });
}

function ownId(id: string, fileName: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  const inFile = `${id} (${fileName})`;
  let own = inFile;
  for (let number = 2; taken.has(own); number += 1) own = `${inFile} ${number}`;
  return own;
}

/**
 * Files without the refused ones that come again. One that came with its folder may be chosen by its name alone, as long as no other
 * refused one has that name.
 */
export function withoutMended(
  files: readonly PolicyFileRead[],
  again: readonly PolicyFileSource[],
): readonly PolicyFileRead[] {
  const refused = files.filter(({ problem }) => problem !== null);
  const mended = again.flatMap(({ name }) => {
    const same = refused.filter((file) => file.name === name);
    const inFolder = refused.filter((file) => file.name.endsWith(`/${name}`));
    return same.length > 0 ? same : inFolder.length === 1 ? inFolder : [];
  });
  return files.filter((file) => !mended.includes(file));
}

/** The problem of files without a policy. */
export function noPolicies(given: readonly string[], files: readonly PolicyFileRead[]): Problem {
  const [only, second] = files;
  if (only?.noPolicy && second === undefined) return only.noPolicy;
  // What is of no use at all says more about a wrong folder than what gives names to ids.
  const [example] = [...files.filter(({ problem }) => problem !== null), ...files];
  return {
    code: "no-policy",
    title: "There is no Conditional Access policy in what was given.",
    detail: `${given.join(", ")}: ${example?.noPolicy?.detail ?? "no .json file."}`,
    fix: "Give an export of identity/conditionalAccess/policies: files, or a folder with them.",
  };
}

function tooMuch(name: string): Problem {
  return {
    code: "file-too-large",
    title: "These are more policies than one tenant has.",
    detail: `${name}: the files have more than ${maximumPolicyBytes / 1_048_576} MB together.`,
    fix: "Give the policies of one tenant only.",
  };
}

/** An answer without them looks like one with all of them, so this is an error. */
function refusedFiles(files: readonly PolicyFileRead[]): Finding {
  const [first] = files;
  const shown = files.slice(0, 5).map(({ name, problem }) => `${name}: ${problem?.title ?? ""}`);
  const isOne = files.length === 1 && first !== undefined;
  return {
    rule: "policy-file-refused",
    severity: "error",
    certainty: "documented",
    title: isOne
      ? `${first.name} could not be read. Any policies in it are missing here.`
      : `${files.length} files could not be read. Any policies in them are missing here.`,
    detail: isOne
      ? (first.problem?.title ?? "")
      : `${shown.join(" ")}${files.length > 5 ? ` And ${files.length - 5} more.` : ""}`,
    where: { files: files.map(({ name }) => name) },
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
