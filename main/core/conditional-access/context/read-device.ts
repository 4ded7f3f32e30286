import { type Result, succeed } from "../../problem.ts";
import { type Members, membersOf, textOf } from "../read/members.ts";
import type { DeviceFacts } from "../sign-in/sign-in-context.ts";
import { firstOf, wrongContext } from "./values.ts";

const DEVICE_MEMBERS = ["device", "deviceinfo"];

/** The Mac: null or `"unregistered"` for a device that Entra does not know, else its attributes (`isCompliant`, …). */
export function readDevice(context: Members): Result<{ device?: DeviceFacts | null }> {
  const value = firstOf(context, DEVICE_MEMBERS);
  if (value === undefined) return succeed({});
  if (value === null || /^(none|unregistered)$/iu.test(textOf(value) ?? "")) return succeed({ device: null });
  const members = membersOf(value);
  if (members === null)
    return wrongContext(
      "device",
      value,
      "an object with device attributes, or null for an unregistered device",
    );
  if (members.get("registered") === false) return succeed({ device: null });
  const device = new Map<string, string | boolean | number | readonly string[] | null>();
  for (const [name, attribute] of members.entries) {
    const key = name.toLowerCase();
    if (Array.isArray(attribute)) device.set(key, attribute.map(String));
    else if (attribute === null) device.set(key, null);
    else if (typeof attribute === "string" || typeof attribute === "boolean" || typeof attribute === "number")
      device.set(key, attribute);
  }
  return succeed({ device });
}
