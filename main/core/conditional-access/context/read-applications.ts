import { type Result, succeed } from "../../problem.ts";
import { flattenAttributes } from "../read/attributes.ts";
import { type Members, membersOf, textOf, textsOf } from "../read/members.ts";
import { appIdOf } from "../sign-in/scopes.ts";
import type { KnownApplication } from "../sign-in/sign-in-context.ts";
import { wrongContext } from "./values.ts";

/**
 * Apps of the tenant: `applications` is a list of `{appId, displayName, identifierUris, customSecurityAttributes}`,
 * `customSecurityAttributes` maps app ids (or App ID URIs) to `{Set: {Attribute: value}}` or `{"Set_Attribute": value}`.
 */
export function readApplications(context: Members): Result<readonly KnownApplication[]> {
  const apps = new Map<string, KnownApplication>();
  const listed = context.get("applications");
  if (listed !== undefined && listed !== null && !Array.isArray(listed)) {
    return wrongContext("applications", listed, "a list of objects with appId");
  }
  for (const item of Array.isArray(listed) ? listed : []) {
    const members = membersOf(item);
    const appId = textOf(members?.get("appid"))?.toLowerCase();
    if (members === null || appId === undefined)
      return wrongContext("applications", item, "an object with appId");
    apps.set(appId, {
      appId,
      displayName: textOf(members.get("displayname")),
      identifierUris: textsOf(members.get("identifieruris")).map((uri) => uri.toLowerCase()),
      ...attributesIn(members.get("customsecurityattributes")),
    });
  }
  for (const [name, value] of membersOf(context.get("customsecurityattributes"))?.entries ?? []) {
    const appId = appIdOf(name, { applications: [...apps.values()] });
    if (appId === null)
      return wrongContext(
        "customSecurityAttributes",
        name,
        "the app id of the app that carries the attributes",
      );
    const known = apps.get(appId) ?? { appId, displayName: null, identifierUris: [], attributes: null };
    apps.set(appId, { ...known, ...attributesIn(value) });
  }
  return succeed([...apps.values()]);
}

/** null is what Graph shows of an app without attributes, and of any app to who may not see them: only `{}` says that there are none. */
function attributesIn(value: unknown): Pick<KnownApplication, "attributes" | "showsNoAttributes"> {
  if (value === undefined) return { attributes: null };
  return value === null
    ? { attributes: null, showsNoAttributes: true }
    : { attributes: flattenAttributes(membersOf(value)) };
}
