import { readPlist } from "../plist/index.ts";
import type { PlistDict } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { payloadsOnWire } from "./payload-text.ts";
import { canonicalXml, childOf, escapeXml, readXmlTree, textOf, type XmlElement } from "./xml-tree.ts";

/** An object of Jamf Pro that a profile points to. */
export type Reference = { readonly id: string; readonly name: string };

/** A profile in the list of all. */
export type ListedProfile = { readonly id: string; readonly name: string };

/** A configuration profile as the Classic API shows it (`os_x_configuration_profile`). */
export type StoredProfile = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: Reference | null;
  readonly site: Reference | null;
  readonly distributionMethod: string;
  readonly level: string;
  readonly userRemovable: boolean;
  readonly uuid: string | null;
  /** The profile itself. */
  readonly root: PlistDict;
  readonly scope: StoredScope;
};

/** Who gets a profile. */
export type StoredScope = {
  readonly allComputers: boolean;
  /** How many computers, groups, buildings and departments are named. */
  readonly targets: number;
  readonly exclusions: number;
  /** One text for everything in it, to see whether it changed. */
  readonly fingerprint: string;
};

/** `Newly Assigned` leaves Macs alone that have the profile; `All` sends it to every Mac in scope now. */
export type Redeploy = "Newly Assigned" | "All";

/** Reads `GET …/osxconfigurationprofiles`. Problem `jamf-pro-half-answer`. */
export function readProfileList(text: string): Result<readonly ListedProfile[]> {
  const tree = readXmlTree(text);
  if (tree?.name !== "os_x_configuration_profiles") return fail(halfAnswer("the list of profiles"));
  return succeed(
    tree.children.flatMap((item) => {
      const id = textOf(item, "id");
      const name = textOf(item, "name");
      return item.name === "os_x_configuration_profile" && id !== null && name !== null ? [{ id, name }] : [];
    }),
  );
}

/** Reads `GET …/osxconfigurationprofiles/id/N`. Problem `jamf-pro-half-answer`, also for payloads that are no property list. */
export function readStoredProfile(text: string): Result<StoredProfile> {
  const tree = readXmlTree(text);
  const general = childOf(tree, "general");
  const id = textOf(general, "id");
  const name = textOf(general, "name");
  const payloads = childOf(general, "payloads")?.text ?? "";
  if (tree?.name !== "os_x_configuration_profile" || id === null || name === null)
    return fail(halfAnswer("the profile"));
  const root = readPayloads(payloads);
  if (root === null) return fail(halfAnswer(`the payloads of profile ${id}`));
  return succeed({
    id,
    name,
    description: textOf(general, "description") ?? "",
    category: referenceIn(general, "category"),
    site: referenceIn(general, "site"),
    distributionMethod: textOf(general, "distribution_method") ?? "Install Automatically",
    level: textOf(general, "level") ?? "computer",
    userRemovable: textOf(general, "user_removable") === "true",
    uuid: textOf(general, "uuid"),
    root,
    scope: scopeOf(childOf(tree, "scope")),
  });
}

/** The id in the answer to a write, `<os_x_configuration_profile><id>7</id></os_x_configuration_profile>`; null where there is none. */
export function writtenId(text: string): string | null {
  const id = textOf(readXmlTree(text), "id");
  return id !== null && /^\d{1,10}$/.test(id) ? id : null;
}

/** What `POST …/id/0` is sent. A new profile is in nobody's scope: whoever made it chooses who gets it, in Jamf Pro. */
export function createBody(profile: {
  readonly name: string;
  readonly root: PlistDict;
  readonly level: "computer" | "user";
}): Result<string> {
  const payloads = payloadsOnWire(profile.root);
  if (!payloads.ok) return payloads;
  const general = [
    element("name", profile.name),
    element("distribution_method", "Install Automatically"),
    element("user_removable", "false"),
    element("level", profile.level),
    `<payloads>${payloads.value}</payloads>`,
  ];
  return succeed(bodyOf(general, "<scope><all_computers>false</all_computers></scope>"));
}

/**
 * What `PUT …/id/N` is sent: everything general as it is stored, and new payloads. The scope is left out, because a PUT leaves
 * alone what it does not hold (quirk C9), and a scope that is sent is replaced whole.
 */
export function updateBody(stored: StoredProfile, root: PlistDict, redeploy: Redeploy): Result<string> {
  const payloads = payloadsOnWire(root);
  if (!payloads.ok) return payloads;
  const general = [
    element("name", stored.name),
    element("description", stored.description),
    ...referenceElement("site", stored.site),
    ...referenceElement("category", stored.category),
    element("distribution_method", stored.distributionMethod),
    element("user_removable", String(stored.userRemovable)),
    element("level", levelForWrite(stored.level)),
    element("redeploy_on_update", redeploy),
    `<payloads>${payloads.value}</payloads>`,
  ];
  return succeed(bodyOf(general, ""));
}

/** The API reads `System` or `computer` and takes `computer` or `user`. */
function levelForWrite(level: string): string {
  return /^user/i.test(level) ? "user" : "computer";
}

function bodyOf(general: readonly string[], rest: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<os_x_configuration_profile><general>${general.join("")}</general>${rest}</os_x_configuration_profile>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function referenceElement(name: string, reference: Reference | null): readonly string[] {
  return reference === null ? [] : [`<${name}>${element("id", reference.id)}</${name}>`];
}

function referenceIn(general: XmlElement | null, name: string): Reference | null {
  const found = childOf(general, name);
  const id = textOf(found, "id");
  return id === null || !/^-?\d{1,10}$/.test(id) ? null : { id, name: textOf(found, "name") ?? "" };
}

/** Reads payloads; empty keys that Jamf Pro left without a value are taken out first (quirk C6). */
function readPayloads(text: string): PlistDict | null {
  for (const candidate of [text, text.replace(/<key\/>|<key><\/key>/g, "")]) {
    const read = readPlist(new TextEncoder().encode(candidate.trim()));
    if (read.ok && read.value.value.kind === "dict") return read.value.value;
  }
  return null;
}

function scopeOf(scope: XmlElement | null): StoredScope {
  const count = (element: XmlElement | null, names: readonly string[]) =>
    names.reduce((sum, name) => sum + (childOf(element, name)?.children.length ?? 0), 0);
  const named = ["computers", "computer_groups", "buildings", "departments", "jss_users", "jss_user_groups"];
  return {
    allComputers: textOf(scope, "all_computers") === "true",
    targets: count(scope, named),
    exclusions: count(childOf(scope, "exclusions"), [...named, "users", "user_groups", "network_segments"]),
    fingerprint: scope === null ? "" : canonicalXml(scope),
  };
}

function halfAnswer(what: string): Problem {
  return {
    code: "jamf-pro-half-answer",
    title: `Jamf Pro's answer with ${what} is not whole.`,
    detail: "It is cut off, or is something else than Jamf Pro's XML.",
    fix: "Try again; if it stays so, look at the profile in Jamf Pro's own window.",
  };
}
