import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { array, dict, string } from "../../../../main/core/plist/build.ts";
import { writeXmlPlist } from "../../../../main/core/plist/index.ts";
import type { PlistDict, PlistValue } from "../../../../main/core/plist/value.ts";
import {
  describeProfile,
  profileRemarks,
  profilesOfDump,
  readProfile,
  testSettings,
} from "../../../../main/core/profile/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { plistValues } from "../plist/arbitraries.ts";

/** Settings of one domain, none of whose keys describes a payload. */
const settings = fc
  .array(fc.tuple(fc.stringMatching(/^[A-Z][a-z]{1,8}$/), plistValues({ wholeSeconds: true })), {
    maxLength: 4,
  })
  .map((entries) => dict(entries.filter(([key]) => !key.startsWith("Payload"))));

function read(root: PlistValue) {
  const document = readProfile(writeXmlPlist(root), { fileName: null });
  if (!document.ok) throw new Error(document.problem.title);
  return document.value;
}

const head = (type: string): readonly (readonly [string, PlistValue])[] => [
  ["PayloadType", string(type)],
  ["PayloadIdentifier", string("a")],
];
const forced = (domain: string, values: PlistDict) =>
  dict([[domain, dict([["Forced", array([dict([["mcx_preference_settings", values]])])]])]]);

describe("what profiles show prints", () => {
  test("has the payloads of the profile that was installed", () => {
    assertProperty(
      fc.property(settings, settings, (direct, managed) => {
        const installed = profilesOfDump(
          read(
            dict([
              [
                "_computerlevel",
                array([
                  dict([
                    ["ProfileIdentifier", string("org.example")],
                    [
                      "ProfileItems",
                      array([
                        dict([...head("com.jamf.connect.login"), ["PayloadContent", direct]]),
                        dict([
                          ...head("com.apple.ManagedClient.preferences"),
                          [
                            "PayloadContent",
                            dict([["PayloadContentManagedPreferences", forced("com.jamf.connect", managed)]]),
                          ],
                        ]),
                      ]),
                    ],
                  ]),
                ]),
              ],
            ]),
          ),
        );
        const profile = read(
          dict([
            ["PayloadType", string("Configuration")],
            ["PayloadIdentifier", string("org.example")],
            ["PayloadScope", string("System")],
            [
              "PayloadContent",
              array([
                dict([...head("com.jamf.connect.login"), ...direct.entries]),
                dict([
                  ...head("com.apple.ManagedClient.preferences"),
                  ["PayloadContent", forced("com.jamf.connect", managed)],
                ]),
              ]),
            ],
          ]),
        );
        expect(installed === null ? null : describeProfile(installed.document)).toEqual(
          describeProfile(profile),
        );
      }),
    );
  });

  test("no document is taken for it by mistake, and none makes it or the remarks fail", () => {
    assertProperty(
      fc.property(plistValues({ wholeSeconds: true }), settings, (any, bare) => {
        expect(profilesOfDump(read(bare))).toBeNull();
        const odd = read(
          dict([
            ["PayloadContent", any],
            ["ProfileItems", any],
          ]),
        );
        expect(profilesOfDump(odd)).toBeNull();
        for (const { title, detail, fix } of profileRemarks(odd)) {
          for (const sentence of [title, detail, fix]) expect(sentence).toMatch(/^\S.*\.$/s);
        }
        testSettings(odd, "login");
      }),
    );
  });
});
