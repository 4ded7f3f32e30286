/**
 * Policies under the names of Terraform's provider `azuread` (resource `azuread_conditional_access_policy`): snake case,
 * `included_users` for `includeUsers`, blocks as lists of one. They are turned into Microsoft Graph's form and read like
 * any other.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/conditional_access_policy
 */

const RESOURCE = "azuread_conditional_access_policy";
/** Members that only Terraform's form has. */
const TELLING = ["display_name", "grant_controls", "session_controls"];
/** Deepest place of a resource in a state or plan: child modules in child modules. */
const mostDepth = 24;

type Json = { readonly [name: string]: unknown };

/** Names that are more than a change of case; all by Terraform's spelling. */
const NAMES: Readonly<Record<string, string>> = {
  included_guests_or_external_users: "includeGuestsOrExternalUsers",
  excluded_guests_or_external_users: "excludeGuestsOrExternalUsers",
  guest_or_external_user_types: "guestOrExternalUserTypes",
};

/** A policy with Terraform's names as Graph writes it; null for any other value. */
export function fromTerraform(value: unknown): Json | null {
  const policy = objectOf(value);
  if (policy === null || Object.hasOwn(policy, "displayName")) return null;
  if (!TELLING.some((name) => Object.hasOwn(policy, name))) return null;
  const conditions = objectOf(unwrapped(policy["conditions"]));
  if (conditions === null) return null;
  return {
    id: idOf(policy),
    displayName: policy["display_name"],
    state: policy["state"],
    conditions: conditionsOf(conditions),
    grantControls: grantOf(unwrapped(policy["grant_controls"])),
    sessionControls: sessionOf(unwrapped(policy["session_controls"])),
  };
}

/**
 * Every such policy inside a value: a resource of `terraform show -json`, of a state or a plan, of a `.tf.json` file.
 * The values found are Terraform's own; {@link fromTerraform} turns them.
 */
export function terraformPolicies(value: unknown): readonly unknown[] {
  const found: unknown[] = [];
  walk(value, 0);
  return found;

  function walk(each: unknown, depth: number): void {
    if (depth > mostDepth || typeof each !== "object" || each === null) return;
    if (Array.isArray(each)) {
      for (const item of each) walk(item, depth + 1);
      return;
    }
    const members = Object.entries(each);
    const isResource = members.some(([name, member]) => name === "type" && member === RESOURCE);
    for (const [name, member] of members) {
      if (name === RESOURCE) found.push(...bodies(member));
      else if (isResource && (name === "values" || name === "attributes")) found.push(member);
      else if (isResource && name === "instances") found.push(...attributesOf(member));
      else walk(member, depth + 1);
    }
  }
}

/** `{name: body}` of a `.tf.json` file, where a body may stand in a list. */
function bodies(value: unknown): readonly unknown[] {
  return Object.values(objectOf(value) ?? {}).flatMap((each) => (Array.isArray(each) ? each : [each]));
}

function attributesOf(instances: unknown): readonly unknown[] {
  if (!Array.isArray(instances)) return [];
  return instances.map((each) => objectOf(each)?.["attributes"]).filter((each) => each !== undefined);
}

/** A state writes the id as an address: `/identity/conditionalAccess/policies/<id>`. */
function idOf({ id, object_id: objectId }: Json): unknown {
  const written = objectId ?? id;
  return typeof written === "string" ? written.slice(written.lastIndexOf("/") + 1) : written;
}

function conditionsOf(conditions: Json): Json {
  const { authentication_flow_transfer_methods: flows, ...rest } = conditions;
  const graph = renamed(rest);
  const applications = objectOf(graph["applications"]);
  const devices = objectOf(graph["devices"]);
  const clients = objectOf(graph["clientApplications"]);
  return {
    ...graph,
    ...(applications !== null && { applications: filterAs(applications, "applicationFilter") }),
    ...(devices !== null && { devices: filterAs(devices, "deviceFilter") }),
    ...(clients !== null && { clientApplications: filterAs(clients, "servicePrincipalFilter") }),
    ...(flows !== undefined && { authenticationFlows: { transferMethods: flows } }),
  };
}

function filterAs(inside: Json, name: string): Json {
  const { filter, ...rest } = inside;
  return filter === undefined ? rest : { ...rest, [name]: filter };
}

function grantOf(value: unknown): unknown {
  const grant = objectOf(value);
  if (grant === null) return value;
  const { authentication_strength_policy_id: strength, ...rest } = grant;
  return {
    ...renamed(rest),
    ...(typeof strength === "string" && {
      authenticationStrength: { id: strength.slice(strength.lastIndexOf("/") + 1) },
    }),
  };
}

/** Terraform writes one value for what Graph writes as an object with `isEnabled`. */
function sessionOf(value: unknown): unknown {
  const session = objectOf(value);
  if (session === null) return value;
  const {
    application_enforced_restrictions_enabled: restrictions,
    cloud_app_security_policy: cloudAppSecurityType,
    persistent_browser_mode: mode,
    sign_in_frequency: frequency,
    sign_in_frequency_period: type,
    sign_in_frequency_interval: frequencyInterval,
    sign_in_frequency_authentication_type: authenticationType,
    ...rest
  } = session;
  const isFrequent = frequencyInterval === "everyTime" || (typeof frequency === "number" && frequency > 0);
  return {
    ...renamed(rest),
    ...(restrictions === true && { applicationEnforcedRestrictions: { isEnabled: true } }),
    ...(isSaid(cloudAppSecurityType) && { cloudAppSecurity: { isEnabled: true, cloudAppSecurityType } }),
    ...(isSaid(mode) && { persistentBrowser: { isEnabled: true, mode } }),
    ...(isFrequent && {
      signInFrequency: { isEnabled: true, value: frequency, type, frequencyInterval, authenticationType },
    }),
  };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** All names of an object in Graph's spelling, inside it too; blocks are taken out of their lists of one. */
function renamed(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const inside = unwrapped(member);
      const object = objectOf(inside);
      return [graphName(name), object === null ? inside : renamed(object)];
    }),
  );
}

function graphName(name: string): string {
  const known = NAMES[name];
  if (known !== undefined) return known;
  const singular = name.replace(/^included_/u, "include_").replace(/^excluded_/u, "exclude_");
  return singular.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

/** The one object of a block; an empty block is none. */
function unwrapped(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 1) return value;
  return objectOf(value[0]) === null ? value : value[0];
}

function objectOf(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}
