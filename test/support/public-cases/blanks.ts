import { clientId, loginSettings, payload, profile, soundProfile, tenantId } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

const login = (settings: string) => profile(payload("com.jamf.connect.login", settings));

/** A profile whose login window has another client id. */
const withClient = (id: string) =>
  login(
    loginSettings.replace(
      `<key>OIDCClientID</key><string>${clientId}`,
      `<key>OIDCClientID</key><string>${id}`,
    ),
  );

/** Ids that were pasted with what cannot be seen around or inside them. */
export const blanks: readonly PublicCase[] = [
  {
    kind: "E",
    name: "blanks and line breaks around ids",
    of: "p11-whitespace.mobileconfig",
    files: {
      "pasted.mobileconfig": soundProfile
        .replace(`<key>OIDCClientID</key><string>${clientId}`, `<key>OIDCClientID</key><string>${clientId} `)
        .replace(tenantId, `\n\t\t${tenantId}\n\t`)
        .replace(">https://127", "> https://127"),
    },
    call: ["show", "pasted.mobileconfig"],
    exit: 0,
    says: [
      `OIDCClientID: "${clientId} " (a blank at the end)`,
      `OIDCTenant: "\\n\\t\\t${tenantId}\\n\\t" (a line break at the start, a line break at the end)`,
      'OIDCRedirectURI: " https://127.0.0.1/jamfconnect" (a blank at the start)',
    ],
  },
  {
    kind: "E",
    name: "zero-width characters in client id and tenant",
    of: "p12-zero-width.mobileconfig",
    files: {
      "pasted.mobileconfig": withClient(`${clientId}\u200b`).replace(tenantId, `\ufeff${tenantId}`),
    },
    call: ["show", "pasted.mobileconfig"],
    exit: 0,
    says: [
      `OIDCClientID: "${clientId}\\u200b" (a zero-width space (U+200B))`,
      `OIDCTenant: "\\ufeff${tenantId}" (a byte order mark (U+FEFF))`,
    ],
    neverSays: ["\u200b", "\ufeff"],
  },
  {
    kind: "E",
    name: "the JSON keeps the value that is in the file",
    of: "p12-zero-width.mobileconfig",
    files: { "pasted.mobileconfig": withClient(` ${clientId}\u200b`) },
    call: ["show", "pasted.mobileconfig", "--json"],
    exit: 0,
    says: [],
    json: { payloads: [{ values: { OIDCClientID: ` ${clientId}\u200b` } }] },
  },
  {
    kind: "E",
    name: "diff shows what differs although both look alike",
    of: "p11-whitespace.mobileconfig",
    files: { "a.mobileconfig": withClient(clientId), "b.mobileconfig": withClient(`${clientId}\u00a0`) },
    call: ["diff", "a.mobileconfig", "b.mobileconfig"],
    exit: 1,
    says: [`- "${clientId}"\n`, `+ "${clientId}\\u00a0" (a no-break space (U+00A0))`],
  },
  {
    kind: "E",
    name: "a blank in the name of a key, a soft hyphen in a list and marks in a dictionary",
    of: null,
    files: {
      "pasted.mobileconfig": login(
        `${loginSettings.replace("OIDCTenant", "OIDCTenant ")}
         <key>OIDCAdmin</key><array><string>Staff\u00ad</string></array>
         <key>Extra</key><dict><key>A\u2060</key><string>x</string></dict>`,
      ),
    },
    call: ["show", "pasted.mobileconfig"],
    exit: 0,
    says: [
      '"OIDCTenant " (a blank at the end): ',
      '["Staff\\u00ad" (a soft hyphen (U+00AD))]',
      '"A\\u2060" (a word joiner (U+2060)): "x"',
    ],
  },
  {
    kind: "E",
    name: "what hides in a secret is said, and the secret is not",
    of: null,
    files: {
      "pasted.mobileconfig": login(`${loginSettings}<key>OIDCClientSecret</key><string>hunter2~x </string>`),
    },
    call: ["show", "pasted.mobileconfig"],
    exit: 0,
    says: ["OIDCClientSecret: (secret, not shown; in it: a blank at the end)"],
    neverSays: ["hunter2"],
  },
  {
    kind: "E",
    name: "line breaks inside a text and joined emoji are no hidden characters",
    of: null,
    files: {
      "text.mobileconfig": login(
        `${loginSettings}<key>HelpText</key><string>Call IT\nor write 👩‍💻</string>`,
      ),
    },
    call: ["show", "text.mobileconfig"],
    exit: 0,
    says: ['HelpText: "Call IT\\nor write'],
    neverSays: ["U+"],
  },
];
