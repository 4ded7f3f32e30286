import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./product.mjs";

/**
 * A profile with a value of its own type for every key that the catalogue has for the login window and the menu bar, in typed JSON.
 *
 * @param {number} most keys of both together
 */
export function fullProfile(most = Number.POSITIVE_INFINITY) {
  const { domains } = JSON.parse(readFileSync(join(root, "assets/reference/keys.json"), "utf8"));
  const wanted = ["com.jamf.connect.login", "com.jamf.connect"];
  return {
    PayloadType: "Configuration",
    PayloadVersion: 1,
    PayloadIdentifier: "com.example.full",
    PayloadUUID: "5D0C7C6A-1E2F-4B3A-9C4D-000000000000",
    PayloadScope: "System",
    PayloadContent: domains
      .filter(({ domain }) => wanted.includes(domain))
      .map(({ domain, keys }, index) => ({
        PayloadType: domain,
        PayloadVersion: 1,
        PayloadIdentifier: `com.example.full.${index}`,
        PayloadUUID: `5D0C7C6A-1E2F-4B3A-9C4D-00000000001${index}`,
        ...settings(keys, most / wanted.length),
      })),
  };
}

function settings(keys, most) {
  const made = {};
  const values = keys.filter(({ path, type }) => !path.includes("[]") && type !== "dict");
  for (const { path, type, values: choices, example } of values.slice(0, most)) {
    const steps = path.split(".");
    let into = made;
    for (const step of steps.slice(0, -1)) into = into[step] ??= {};
    into[steps.at(-1)] = value(type, choices?.[0]?.value ?? example);
  }
  return made;
}

function value(type, example) {
  if (type === "boolean") return true;
  if (type === "integer") return 30;
  if (type === "array") return [example ?? ["one", "two"]].flat().map(String);
  return String(example ?? "A value that people write");
}

/** Values of the profile above as an XML property list. */
export function asXml(root) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">${element(root)}</plist>\n`;
}

function element(value) {
  if (typeof value === "boolean") return value ? "<true/>" : "<false/>";
  if (typeof value === "number") return `<integer>${value}</integer>`;
  if (Array.isArray(value)) return `<array>${value.map(element).join("")}</array>`;
  if (typeof value === "object") {
    const entries = Object.entries(value).map(([key, inner]) => `<key>${text(key)}</key>${element(inner)}`);
    return `<dict>${entries.join("\n")}</dict>`;
  }
  return `<string>${text(value)}</string>`;
}

function text(value) {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
