import { type Symptom, thread } from "./symptom.ts";

/** Symptoms of setting the password check up. */
export const checkSymptoms: readonly Symptom[] = [
  {
    id: "ropg-asks-for-resource",
    title: "The password test asks for resource",
    meaning: "The request went to Entra's v1 endpoint in the form of v2.",
    words: [["resource"], ["ropg", "password test", "parameter", "request body", "asks for", "missing"]],
    suspects: [
      {
        what: "The discovery address of the check leads to v1.",
        test: "Run: discover. Read the address under ropg: it needs /v2.0.",
        because: "ROPGDiscoveryURL without /v2.0 leads to the endpoint that wants resource.",
        codes: [900144, 90014],
      },
      {
        what: "Jamf Connect or its Configuration app is older than 2.12.",
        test: "Run: test ropg --jamf-connect 2.11 and compare.",
        because: "Before 2.12 the check always went to v1.",
        codes: [900144],
      },
    ],
    sources: [thread],
  },
  {
    id: "ropg-asks-for-secret",
    title: "The password test asks for a client secret, the login does not",
    meaning: "Entra treats the application as confidential when it is asked for a token by password.",
    words: [["secret"], ["ropg", "password test", "asks for", "require", "client secret", "need"]],
    suspects: [
      {
        what: "Allow public client flows is off.",
        test: "Run: test ropg. 7000218 confirms it. Then set the switch under Authentication of the client to Yes.",
        because: "In the login the type of the redirect URI decides; in the password check this switch does.",
        codes: [7000218],
      },
      {
        what: "The redirect URI stands under Web.",
        test: "Move it to Mobile and desktop applications.",
        because: "Under Web the code exchange wants a secret too.",
        codes: [7000218],
      },
      {
        what: "A secret was added to help, and is now refused.",
        test: "Take it out of both domains.",
        because: "A public client may not send one.",
        codes: [700025, 9002319],
      },
    ],
    sources: [thread],
  },
  {
    id: "ropgscopes-refused",
    title: "ROPGScopes is refused as an invalid key",
    meaning:
      "The key is right. The editor does not know it: Jamf Connect Configuration learnt it later than Jamf Connect.",
    words: [
      ["ropgscopes", "ropg scopes"],
      ["invalid", "refus", "remov", "unknown", "not accepted", "missing", "do not see", "error"],
    ],
    suspects: [
      {
        what: "Jamf Connect Configuration is too old for the key.",
        test: "Set ROPGScopes here and export the profile; the key is kept.",
        because: "At 2.17 the key had to be typed into the file by hand.",
        codes: [],
      },
      {
        what: "The key stands in the wrong place.",
        test: "Run: lint. It belongs to com.jamf.connect.login, and to IdPSettings in com.jamf.connect.",
        because: "The two domains have their own scopes for the check.",
        codes: [],
      },
    ],
    sources: [thread],
  },
];
