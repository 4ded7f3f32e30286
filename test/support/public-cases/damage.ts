import { clientId, loginSettings, payload, profile, soundProfile } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

const show = (
  name: string,
  content: string | Uint8Array,
  rest: Omit<PublicCase, "kind" | "name" | "files" | "call">,
) =>
  ({
    kind: "M",
    name,
    files: { "file.mobileconfig": content },
    call: ["show", "file.mobileconfig"],
    ...rest,
  }) as const;

const withName = (name: string) => soundProfile.replace("Staff Macs", name);
const licence = (data: string) =>
  profile(payload("com.jamf.connect.login", `${loginSettings}<key>LicenseFile</key><data>${data}</data>`));

/** Broken files, each with the message that fits its damage. */
export const damage: readonly PublicCase[] = [
  show("a line of hyphens as a comment is read as macOS reads it", withComment(`<!--${"-".repeat(28)}-->`), {
    of: "p06-comment-hyphens.mobileconfig",
    exit: 0,
    says: ["Note:", "Two hyphens stand inside a comment", `OIDCClientID: "${clientId}"`],
  }),
  show(
    "comments with hyphens of every number",
    withComment("<!-- a -- b --->\n<!---->\n<!----->\n<!------>\n<!------- x -->"),
    {
      of: null,
      exit: 0,
      says: ["Two hyphens stand inside a comment", `OIDCClientID: "${clientId}"`],
    },
  ),
  show("a comment that never ends is still said", withComment("<!-- a -- b -"), {
    of: null,
    exit: 2,
    says: [/comment|ends too early/],
    neverSays: [`OIDCClientID: "${clientId}"`],
  }),
  show("&nbsp; is a code of HTML", withName("Staff&nbsp;Macs"), {
    of: "x08-nbsp-entity.mobileconfig",
    exit: 2,
    says: ["&nbsp; is a code of HTML", "Write &#160;"],
    neverSays: ["bare &", "Write &amp;"],
  }),
  show("&rsquo; and its kin name their number", withName("Staff&rsquo;s Macs"), {
    of: null,
    exit: 2,
    says: ["&rsquo; is a code of HTML", "Write &#8217;"],
  }),
  show("a code in capital letters", withName("R&AMP;D"), {
    of: null,
    exit: 2,
    says: ["&AMP;", "Write &amp;"],
  }),
  show("a code that nobody knows is not repeated", withName("pass&word1;"), {
    of: null,
    exit: 2,
    says: ["a code between & and ;"],
    neverSays: ["word1"],
  }),
  show("a forbidden character by its number", withName("a&#0;b"), {
    of: null,
    exit: 2,
    says: ["a character by a number that XML does not allow"],
    neverSays: ["bare &"],
  }),
  show("a number without its semicolon", withName("a&#60 b"), {
    of: null,
    exit: 2,
    says: ["named by its number is not finished"],
  }),
  show("a bare < in a text", withName("1 < 2"), { of: null, exit: 2, says: ["A bare <", "Write &lt;"] }),
  show("a control character", withName("a\u0007b"), { of: null, exit: 2, says: ["U+0007"] }),
  show("two profiles in one file", soundProfile + soundProfile, {
    of: null,
    exit: 2,
    says: ["A second <?xml", "Keep one document"],
  }),
  show("an attribute without quotation marks", soundProfile.replace('version="1.0">', "version=1.0>"), {
    of: null,
    exit: 2,
    says: ["no quotation marks"],
  }),
  show("a mail or a script around a profile", `Subject: profile\n\n${soundProfile}\nBest regards`, {
    of: null,
    exit: 2,
    says: ["Text stands before the property list", "from <?xml to </plist>"],
  }),
  show("a placeholder of Fleet between elements", soundProfile.replace("<array>", "<array>$FLEET_SECRET_X"), {
    of: null,
    exit: 2,
    says: ["placeholder stands between the elements"],
  }),
  show("JSON that cannot be converted", '{"OIDCProvider": null}', {
    of: null,
    exit: 2,
    says: [/null/],
    neverSays: ["Convert it first"],
  }),
  show("a bare & stays a bare &", withName("R & D"), {
    of: null,
    exit: 2,
    says: ["A bare &", "Write &amp;"],
  }),
  show("what plutil -p prints", `{\n  "OIDCProvider" => "EntraID"\n  "OIDCNewPassword" => 0\n}\n`, {
    of: "p22-plutil-p.txt",
    exit: 2,
    says: ["plutil -p prints"],
    neverSays: ["OpenStep", "Convert it on a Mac"],
  }),
  show("a list that plutil -p prints", `[\n  0 => "a"\n]\n`, {
    of: null,
    exit: 2,
    says: ["plutil -p prints"],
  }),
  show("rich text of TextEdit", `{\\rtf1\\ansi\\ansicpg1252\n{\\fonttbl}\n<?xml version="1.0"?>}`, {
    of: null,
    exit: 2,
    says: ["RTF", "Make Plain Text"],
    neverSays: ["OpenStep", "Delete everything"],
  }),
  show("an old-style list is still one", `{ OIDCProvider = EntraID; }`, {
    of: null,
    exit: 2,
    says: ["OpenStep"],
  }),
  show("YAML", `---\nprofile:\n  name: x\n`, { of: null, exit: 2, says: ["YAML"] }),
  show("a Terraform file", `resource "jamfpro_macos_configuration_profile_plist" "jc" {\n  name = "x"\n}\n`, {
    of: null,
    exit: 2,
    says: ["Terraform"],
  }),
  show("what profiles prints for reading", "_computerlevel[1] attribute: name: Staff Macs\n", {
    of: null,
    exit: 2,
    says: ["profiles show -output stdout-xml"],
  }),
  show("a placeholder of Fleet where data belongs", licence("$FLEET_SECRET_JC_LICENSE"), {
    of: "x22-fleet-secret-in-data.mobileconfig",
    exit: 2,
    says: ["placeholder", "$FLEET_SECRET_JC_LICENSE"],
  }),
  show("a placeholder of a template where data belongs", licence("[YOUR LICENSE]"), {
    of: null,
    exit: 2,
    says: ["placeholder", "[YOUR LICENSE]"],
  }),
  show("a default value in a placeholder is not repeated", licence("\u0024{LICENSE:-hunter2}"), {
    of: null,
    exit: 2,
    says: ["placeholder"],
    neverSays: ["hunter2"],
  }),
  show("data with a = too many is read as macOS reads it", licence("AAAA="), {
    of: null,
    exit: 0,
    says: ["The = signs of a <data> value are not right"],
  }),
  {
    kind: "M",
    name: "data with a = too many has the bytes that macOS reads",
    of: null,
    files: { "file.mobileconfig": licence("AAAA=") },
    call: ["show", "file.mobileconfig", "--json"],
    exit: 0,
    says: [],
    json: {
      payloads: [{ values: { LicenseFile: { $data: "AAAA" } } }],
      notices: [{ code: "xml-data-padding" }],
    },
  },
  show("data that macOS would cut is not read", licence("AAAAAAE"), {
    of: null,
    exit: 2,
    says: ["complete Base64"],
    neverSays: ["bytes of data"],
  }),
];

function withComment(comment: string): string {
  return soundProfile.replace("<key>PayloadContent</key>", `${comment}\n<key>PayloadContent</key>`);
}
