import type { KnownApplication } from "../sign-in/sign-in-context.ts";
import { type Members, membersOf } from "./members.ts";

type Attributes = NonNullable<KnownApplication["attributes"]>;

/** `{Set: {Attribute: value}}` and `{"Set_Attribute": value}` to one map of `set_attribute`. */
export function flattenAttributes(members: Members | null): Attributes {
  const attributes = new Map<string, string | boolean | number | readonly string[] | null>();
  for (const [name, value] of members?.entries ?? []) {
    const set = membersOf(value);
    if (set === null) put(name, value);
    else for (const [attribute, inner] of set.entries) put(`${name}_${attribute}`, inner);
  }
  return attributes;

  function put(name: string, value: unknown): void {
    const key = name.toLowerCase().replace(/^customsecurityattribute\./u, "");
    if (Array.isArray(value)) attributes.set(key, value.map(String));
    else if (typeof value === "string" || typeof value === "boolean" || typeof value === "number")
      attributes.set(key, value);
    else attributes.set(key, null);
  }
}
