import { childOf, escapeXml, readXmlTree, textOf, type XmlElement } from "../../core/jamf-pro/xml-tree.ts";
import { writeXmlSource } from "../../core/plist/index.ts";
import { type PracticeAnswer, statusPage, xml } from "../server/http.ts";
import { type KeptProfile, meet, type PracticeWorld } from "../world.ts";
import { storePayloads } from "./store-payloads.ts";

const noScope =
  "<scope><all_computers>false</all_computers><all_jss_users>false</all_jss_users><computers/><computer_groups/></scope>";

/** `GET …/osxconfigurationprofiles`: what the account's site lets it see. */
export function listProfiles(world: PracticeWorld): PracticeAnswer {
  const seen = world.profiles.filter((profile) => isSeen(world, profile));
  const items = seen.map(
    ({ id, name }) =>
      `<os_x_configuration_profile><id>${id}</id><name>${escapeXml(name)}</name></os_x_configuration_profile>`,
  );
  return xml(
    200,
    `<os_x_configuration_profiles><size>${seen.length}</size>${items.join("")}</os_x_configuration_profiles>`,
  );
}

/** `GET …/osxconfigurationprofiles/id/N`. */
export function showProfile(world: PracticeWorld, id: number): PracticeAnswer {
  const found = world.profiles.find((profile) => profile.id === id && isSeen(world, profile));
  return found === undefined ? missing() : xml(200, profileXml(found));
}

/** `POST …/id/0`. */
export function createProfile(world: PracticeWorld, body: string): PracticeAnswer {
  const tree = readXmlTree(body);
  if (tree?.name !== "os_x_configuration_profile") return malformed();
  const general = childOf(tree, "general");
  const name = textOf(general, "name") ?? "";
  // C8: what is missing is named in a web page.
  if (name === "") return statusPage(409, "Conflict", "Error: name is required");
  if (world.profiles.some((profile) => profile.name === name)) return duplicate();
  const facts = { ...defaults(world), name, ...factsOf(general) };
  const root = storePayloads(childOf(general, "payloads")?.text ?? "", {
    ...facts,
    newUuid: world.newUuid,
    before: null,
  });
  if (root === null) return notStored();
  const id = Math.max(0, ...world.profiles.map((profile) => profile.id)) + 1;
  const scope = childOf(tree, "scope");
  world.profiles = [
    ...world.profiles,
    { ...facts, id, root, scope: scope === null ? noScope : scopeXml(scope) },
  ];
  return written(world, id);
}

/** `PUT …/id/N`: only the sections in the body are changed, each as a whole where it is the scope (C9). */
export function updateProfile(world: PracticeWorld, id: number, body: string): PracticeAnswer {
  const before = world.profiles.find((profile) => profile.id === id && isSeen(world, profile));
  if (before === undefined) return missing();
  const tree = readXmlTree(body);
  if (tree?.name !== "os_x_configuration_profile") return malformed();
  const general = childOf(tree, "general");
  const name = textOf(general, "name") ?? before.name;
  if (name !== before.name && world.profiles.some((profile) => profile.name === name)) return duplicate();
  const facts = { ...before, name, ...factsOf(general) };
  const payloads = childOf(general, "payloads");
  const root =
    payloads === null
      ? before.root
      : storePayloads(payloads.text, { ...facts, newUuid: world.newUuid, before: before.root });
  if (root === null) return notStored();
  const scope = childOf(tree, "scope");
  const after = { ...facts, root, scope: scope === null ? before.scope : scopeXml(scope) };
  world.profiles = world.profiles.map((profile) => (profile.id === id ? after : profile));
  return written(world, id);
}

function written(world: PracticeWorld, id: number): PracticeAnswer {
  const meddling = meet(world, "meddling");
  if (meddling !== null)
    world.profiles = world.profiles.map((profile) =>
      profile.id === id ? { ...profile, root: meddling.change(profile.root) } : profile,
    );
  return xml(201, `<os_x_configuration_profile><id>${id}</id></os_x_configuration_profile>`);
}

function defaults(world: PracticeWorld): Omit<KeptProfile, "id" | "name" | "root" | "scope"> {
  return {
    description: "",
    category: { id: -1, name: "No category assigned" },
    site: world.site === null ? { id: -1, name: "None" } : { id: world.site, name: `Site ${world.site}` },
    distributionMethod: "Install Automatically",
    level: "computer",
    userRemovable: false,
  };
}

/** C7: what is unknown is dropped without a word, and so is a value that an enumeration does not have. */
function factsOf(general: XmlElement | null): Partial<KeptProfile> {
  const method = textOf(general, "distribution_method");
  const level = textOf(general, "level");
  const removable = textOf(general, "user_removable");
  const description = textOf(general, "description");
  return {
    ...(description === null ? {} : { description }),
    ...(method === "Install Automatically" || method === "Make Available in Self Service"
      ? { distributionMethod: method }
      : {}),
    ...(level === "computer" || level === "user" ? { level } : {}),
    ...(removable === null ? {} : { userRemovable: removable === "true" }),
  };
}

function isSeen(world: PracticeWorld, { site }: KeptProfile): boolean {
  return world.site === null || site.id === world.site;
}

function profileXml(profile: KeptProfile): string {
  const { id, name, description, category, site, distributionMethod, level, userRemovable, root, scope } =
    profile;
  const uuid = root.entries.get("PayloadUUID");
  const reference = (tag: string, it: { readonly id: number; readonly name: string }) =>
    `<${tag}><id>${it.id}</id><name>${escapeXml(it.name)}</name></${tag}>`;
  const text = writeXmlSource(root).text;
  // C6: an empty key without a value at the end.
  const end = text.lastIndexOf("</dict>");
  const payloads = `${text.slice(0, end)}<key/>${text.slice(end)}`;
  const general = [
    `<id>${id}</id><name>${escapeXml(name)}</name><description>${escapeXml(description)}</description>`,
    reference("site", site),
    reference("category", category),
    `<distribution_method>${distributionMethod}</distribution_method><user_removable>${userRemovable}</user_removable>`,
    // C12: whatever was sent.
    `<level>${level === "user" ? "User" : "System"}</level><uuid>${uuid?.kind === "string" ? escapeXml(uuid.value) : ""}</uuid><redeploy_on_update>Newly Assigned</redeploy_on_update>`,
    `<payloads>${escapeXml(payloads)}</payloads>`,
  ];
  return `<os_x_configuration_profile><general>${general.join("")}</general>${scope}<self_service/></os_x_configuration_profile>`;
}

function scopeXml(element: XmlElement): string {
  const inner = element.children.map(scopeXml).join("");
  return `<${element.name}>${inner === "" ? escapeXml(element.text.trim()) : inner}</${element.name}>`;
}

function missing(): PracticeAnswer {
  return statusPage(404, "Not Found", "The server has not found anything matching the request URI");
}

function malformed(): PracticeAnswer {
  return statusPage(400, "Bad Request", "Error in XML file");
}

/** C13: also for a name at a site that the account does not see. */
function duplicate(): PracticeAnswer {
  return statusPage(409, "Conflict", "Error: Duplicate name");
}

function notStored(): PracticeAnswer {
  return statusPage(409, "Conflict", "Error: Unable to update the database");
}
