import { parseJsonText } from "../json/parse.ts";
import { maximumValues } from "../plist/limits.ts";
import type { Problem } from "../problem.ts";
import { type Candidate, choose, isCandidate } from "./candidates.ts";
import { utf8 } from "./escaped.ts";
import { type Look, mostCandidates } from "./layer.ts";

const limits = { depth: 100, values: maximumValues };

/**
 * A profile inside JSON: Microsoft Graph (`macOSCustomConfiguration`, one or a list), Jamf Pro's Classic API, and whatever else
 * carries a profile as one of its texts. JSON that is a profile itself, as `convert --to json` writes it, is nothing here.
 */
export function lookAtJson(text: string): Look {
  if (!/^[\s\ufeff]*[{["]/.test(text.slice(0, 200))) return null;
  const json = parseJsonText(text.replace(/^\ufeff/, ""), limits);
  if (!json.ok) return null;
  if (typeof json.value === "string") {
    return isCandidate(json.value) ? { kind: "json", where: "a JSON text", bytes: utf8(json.value) } : null;
  }
  if (!isObject(json.value) && !Array.isArray(json.value)) return null;
  if (isObject(json.value) && ("PayloadType" in json.value || "PayloadContent" in json.value)) return null;
  const kind = kindOf(json.value);
  const found = choose(candidatesIn(json.value), kind.name, "json");
  return found ?? (kind.problem === null ? null : { problem: kind.problem });
}

/** Every text that begins like a profile, in the order of the file; without recursion, each value once. */
function candidatesIn(root: unknown): readonly Candidate[] {
  const found: Candidate[] = [];
  const waiting: { readonly value: unknown; readonly path: string; readonly name: string | null }[] = [
    { value: root, path: "", name: null },
  ];
  while (found.length < mostCandidates) {
    const next = waiting.pop();
    if (next === undefined) break;
    const { value, path } = next;
    if (typeof value === "string" && isCandidate(value)) found.push({ path, text: value, name: next.name });
    const name = isObject(value) ? (nameOf(value) ?? next.name) : next.name;
    const items = Array.isArray(value)
      ? value.map((item, index) => ({ value: item, path: `${path}[${index}]`, name }))
      : isObject(value)
        ? Object.entries(value).map(([key, item]) => ({ value: item, path: joined(path, key), name }))
        : [];
    for (const item of items.reverse()) waiting.push(item);
  }
  return found;
}

/** Names of members become part of a sentence; one that is no plain name is left out of it. */
function joined(path: string, key: string): string {
  const part = /^[\w@.:-]{1,60}$/.test(key) ? key : "…";
  return path === "" ? part : `${path}/${part}`;
}

function nameOf(value: Readonly<Record<string, unknown>>): string | null {
  for (const key of ["displayName", "payloadName", "name", "payloadFileName"]) {
    const name = value[key];
    if (typeof name === "string" && name.trim() !== "") return name;
  }
  return null;
}

/** What the file is, and what to say where it holds no profile. */
function kindOf(root: object): { readonly name: string; readonly problem: Problem | null } {
  const keys = Object.keys(root);
  if (keys.some((key) => /^(os_x_|mobile_device_)?configuration_profiles?$/.test(key))) {
    return { name: "an answer of Jamf Pro's Classic API (JSON)", problem: classicWithout };
  }
  const head = JSON.stringify(root).slice(0, 4000);
  if (/"@odata\.(type|context)"|graph\.microsoft\.com/.test(head)) {
    return { name: "an answer of Microsoft Graph (JSON)", problem: graphWithout };
  }
  return { name: "a JSON file", problem: null };
}

/** An answer of Jamf Pro's that holds no profile: the list of all, or one whose payloads are empty. */
export const classicWithout: Problem = {
  code: "classic-api-without-profile",
  title: "This is an answer of Jamf Pro's Classic API without a profile in it.",
  detail:
    "general/payloads is missing or empty: it is the list of all profiles, or a profile without payloads.",
  fix: "Ask for one profile by its id: /JSSResource/osxconfigurationprofiles/id/ID.",
};

const graphWithout: Problem = {
  code: "graph-without-profile",
  title: "This is an answer of Microsoft Graph without a profile in it.",
  detail:
    "Only a custom configuration for macOS (macOSCustomConfiguration) holds one, in its member payload.",
  fix: "Ask for one such configuration by its id: /deviceManagement/deviceConfigurations/ID.",
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
