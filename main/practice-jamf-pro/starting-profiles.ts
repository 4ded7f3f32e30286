import { array, dict, integer, string } from "../core/plist/build.ts";
import { writeXmlSource } from "../core/plist/index.ts";
import { storePayloads } from "./classic/store-payloads.ts";
import type { KeptProfile } from "./world.ts";

/** What a practice Jamf Pro holds when it starts: a profile that has nothing to do with Jamf Connect, and a pilot that has. */
export function startingProfiles(newUuid: () => string): readonly KeptProfile[] {
  return [
    profile(1, "PRACTICE Screen saver", "com.apple.screensaver", [["idleTime", integer(600)]], newUuid),
    profile(
      2,
      "PRACTICE Jamf Connect, pilot",
      "com.jamf.connect.login",
      [
        ["OIDCProvider", string("EntraID")],
        ["OIDCClientID", string("22222222-aaaa-4bbb-8ccc-000000000002")],
        ["OIDCTenant", string("33333333-aaaa-4bbb-8ccc-000000000003")],
      ],
      newUuid,
    ),
  ];
}

function profile(
  id: number,
  name: string,
  domain: string,
  settings: Parameters<typeof dict>[0],
  newUuid: () => string,
): KeptProfile {
  const forced = dict([["Forced", array([dict([["mcx_preference_settings", dict(settings)]])])]]);
  const payload = dict([
    ["PayloadType", string("com.apple.ManagedClient.preferences")],
    ["PayloadVersion", integer(1)],
    ["PayloadContent", dict([[domain, forced]])],
  ]);
  const root = dict([
    ["PayloadType", string("Configuration")],
    ["PayloadVersion", integer(1)],
    ["PayloadContent", array([payload])],
  ]);
  const facts = { name, level: "computer", userRemovable: false, newUuid, before: null } as const;
  return {
    id,
    name,
    description: "",
    category: { id: 5, name: "PRACTICE" },
    site: { id: -1, name: "None" },
    distributionMethod: "Install Automatically",
    level: "computer",
    userRemovable: false,
    root: storePayloads(writeXmlSource(root).text, facts) ?? root,
    scope:
      "<scope><all_computers>false</all_computers><computers/><computer_groups><computer_group><id>9</id><name>PRACTICE Macs</name></computer_group></computer_groups></scope>",
  };
}
