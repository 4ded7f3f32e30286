import { array, dict, integer, string } from "../../../../main/core/plist/build.ts";
import { fromTypedJson, type TypedJson } from "../../../../main/core/plist/index.ts";
import type { PlistDict, PlistValue } from "../../../../main/core/plist/value.ts";
import type { ProfileDocument } from "../../../../main/core/profile/index.ts";

export type Settings = { readonly [key: string]: TypedJson };

function value(json: TypedJson): PlistValue {
  const read = fromTypedJson(json);
  if (!read.ok) throw new Error(read.problem.title);
  return read.value;
}

/** A payload of managed preferences for one domain. */
export function managed(domain: string, settings: Settings): PlistDict {
  const forced = dict([["Forced", array([dict([["mcx_preference_settings", value(settings)]])])]]);
  return payload("com.apple.ManagedClient.preferences", [["PayloadContent", dict([[domain, forced]])]]);
}

/** A payload of a type of its own. */
export function direct(type: string, settings: Settings): PlistDict {
  const read = value(settings);
  return payload(type, read.kind === "dict" ? [...read.entries] : []);
}

function payload(type: string, more: readonly (readonly [string, PlistValue])[]): PlistDict {
  return dict([
    ["PayloadType", string(type)],
    ["PayloadVersion", integer(1)],
    ["PayloadIdentifier", string(`com.example.${type}`)],
    ["PayloadUUID", string("44444444-AAAA-4BBB-8CCC-000000000004")],
    ["PayloadDisplayName", string(type)],
    ...more,
  ]);
}

export function profile(payloads: readonly PlistDict[], name = "Jamf Connect, staff"): ProfileDocument {
  const root = dict([
    ["PayloadType", string("Configuration")],
    ["PayloadVersion", integer(1)],
    ["PayloadIdentifier", string("com.example.jamfconnect")],
    ["PayloadUUID", string("55555555-AAAA-4BBB-8CCC-000000000005")],
    ["PayloadDisplayName", string(name)],
    ["PayloadScope", string("System")],
    ["PayloadContent", array(payloads)],
  ]);
  return { format: "mobileconfig", encoding: "xml", root, domain: null, notices: [] };
}

export const login = "com.jamf.connect.login";
