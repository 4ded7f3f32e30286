import { encodeBase64 } from "../../../main/core/plist/base64.ts";
import { childrenOf, readOnly } from "../../../main/signing/asn1/ber.ts";
import { readIdentity, signContent } from "../../../main/signing/index.ts";
import { throwawayIdentity } from "../throwaway-identity.ts";
import { clientId, soundProfile } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

let made: Promise<{ readonly der: Buffer; readonly ca: string }> | null = null;

/** The sound profile, signed; made once. */
function signed() {
  made ??= sign();
  return made;
}

async function sign() {
  const { certificate, key } = throwawayIdentity("Cases");
  const pem = (text: string) => new TextEncoder().encode(text);
  const identity = await readIdentity({ kind: "pem", certificate: pem(certificate), key: pem(key) }, null);
  if (!identity.ok) throw new Error(identity.problem.title);
  const content = await signContent(pem(soundProfile), identity.value);
  if (!content.ok) throw new Error(content.problem.title);
  return { der: Buffer.from(content.value.der), ca: certificate };
}

/** The same with indefinite lengths around the content, as streaming tools write it. */
function indefinite(der: Uint8Array, levels = 3): Buffer {
  const element = readOnly(der);
  if (levels === 0 || (element.tag & 0x20) === 0) return Buffer.from(der);
  const inside = childrenOf(element).map((child) =>
    child.tag === 0x31 ? child.whole : indefinite(child.whole, levels - 1),
  );
  return Buffer.concat([Buffer.from([element.tag, 0x80]), ...inside, Buffer.from([0, 0])]);
}

const lines = (der: Buffer) => encodeBase64(der).replace(/.{64}/g, "$&\n");
const mail = (headers: string, body: string) => `MIME-Version: 1.0\n${headers}\n\n${body}\n`;
const mailHeaders =
  'Content-Disposition: attachment; filename="smime.p7m"\nContent-Type: application/x-pkcs7-mime; smime-type=signed-data;\n name="smime.p7m"\nContent-Transfer-Encoding: base64';

/** Forms that are read, each with what is said about them. */
const read: readonly (readonly [
  name: string,
  of: string | null,
  make: (der: Buffer) => string | Uint8Array,
  says: string,
])[] = [
  [
    "a byte order mark before the signed file",
    "s16-bom-before-cms.mobileconfig",
    (der) => Buffer.concat([Buffer.from("\ufeff"), der]),
    "a byte order mark before its first byte",
  ],
  [
    "a line feed before the signed file",
    null,
    (der) => Buffer.concat([Buffer.from("\r\n"), der]),
    "a line break or blank before its first byte",
  ],
  [
    "an S/MIME mail",
    "s03-smime-mail.mobileconfig",
    (der) => mail(mailHeaders, lines(der)),
    "inside an S/MIME mail",
  ],
  [
    "an S/MIME mail with CRLF",
    null,
    (der) => mail(mailHeaders, lines(der)).replaceAll("\n", "\r\n"),
    "inside an S/MIME mail",
  ],
  [
    "an S/MIME mail with its bytes as they are",
    null,
    (der) =>
      Buffer.concat([
        Buffer.from("Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: binary\n\n"),
        der,
      ]),
    "inside an S/MIME mail",
  ],
  ["Base64 of a signed profile", "s07-signed-base64.txt", (der) => encodeBase64(der), "inside Base64"],
  ["PEM", null, (der) => `-----BEGIN PKCS7-----\n${lines(der)}\n-----END PKCS7-----\n`, "inside PEM"],
  [
    "PEM of indefinite lengths",
    null,
    (der) => `-----BEGIN CMS-----\n${lines(indefinite(der))}\n-----END CMS-----\n`,
    "inside PEM",
  ],
  [
    "bytes written anew as UTF-8",
    null,
    (der) => Buffer.from(der.toString("latin1")),
    "written anew as characters",
  ],
  [
    "bytes written anew as UTF-16",
    null,
    (der) => Buffer.from(`\ufeff${der.toString("latin1")}`, "utf16le"),
    "written anew as characters",
  ],
];

/** Forms that nothing brings back: what is said, and what never is. */
const lost: readonly (readonly [
  name: string,
  of: string | null,
  make: (der: Buffer) => string | Uint8Array,
  says: string | RegExp,
])[] = [
  [
    "a signed file that went through a text conversion",
    "s06-signed-through-text.mobileconfig",
    (der) => der.toString("utf8"),
    "converted as if it were text",
  ],
  [
    "a signed file that went through a text conversion into UTF-16",
    null,
    (der) => Buffer.from(`\ufeff${der.toString("utf8")}`, "utf16le"),
    "converted as if it were text",
  ],
  [
    "a signed file whose bytes became question marks",
    null,
    (der) =>
      Buffer.from(der.toString("latin1").replace(/[^\n\r\t -~\p{Cc}]|[\u0080-\u009f]/gu, "?"), "latin1"),
    "converted as if it were text",
  ],
  [
    "a signed file whose high bytes were dropped",
    null,
    (der) => Buffer.from(der.filter((byte) => byte < 0x80)),
    "converted as if it were text",
  ],
  [
    "a signed file whose line feeds became CRLF",
    null,
    (der) => Buffer.from(der.toString("latin1").replaceAll("\n", "\r\n"), "latin1"),
    "its line breaks were changed on the way",
  ],
  ["a signed file that was cut off", null, (der) => der.subarray(0, 1500), "it was cut off"],
  [
    "a signed file without what stood before <?xml",
    null,
    (der) => der.subarray(der.indexOf("<?xml")),
    "its beginning is missing",
  ],
  [
    "PEM without its end",
    null,
    (der) => `-----BEGIN PKCS7-----\n${lines(der)}`,
    "PEM text, and it is damaged",
  ],
  [
    "an S/MIME mail that lost a line",
    null,
    (der) => mail(mailHeaders, lines(der).slice(1)),
    "S/MIME mail, and it is damaged",
  ],
  [
    "a mail with the signature beside the profile",
    null,
    () =>
      mail(
        'Content-Type: multipart/signed; protocol="application/x-pkcs7-signature"; boundary="b"',
        `--b\n${soundProfile}\n--b--`,
      ),
    "-nodetach -outform der",
  ],
];

const neverSays = [/Delete everything/i, "save it as UTF-8", "Write &amp;"];

/** Signed profiles in odd forms and damaged ones. */
export const odd: readonly PublicCase[] = [
  ...read.flatMap(([name, of, make, says]): readonly PublicCase[] => [
    {
      kind: "H",
      name: `${name}: the signature is judged, and the form named`,
      of,
      files: async () => {
        const { der, ca } = await signed();
        return { "staff.mobileconfig": make(der), "ca.pem": ca };
      },
      call: ["verify", "staff.mobileconfig", "--ca", "ca.pem"],
      exit: 0,
      says: ["The signature is valid", says, "A Mac does not install it in this form"],
      neverSays,
    },
    {
      kind: "H",
      name: `${name}: shown`,
      of: null,
      files: async () => ({ "staff.mobileconfig": make((await signed()).der) }),
      call: ["show", "staff.mobileconfig"],
      exit: 0,
      says: [`OIDCClientID: "${clientId}"`, says, "untrusted"],
    },
  ]),
  ...(["verify", "show"] as const).flatMap((command) =>
    lost.map(
      ([name, of, make, says]): PublicCase => ({
        kind: "H",
        name: `${command}: ${name}`,
        of: command === "verify" ? of : null,
        files: async () => ({ "staff.mobileconfig": make((await signed()).der) }),
        call: [command, "staff.mobileconfig"],
        exit: 2,
        says: [says],
        neverSays,
      }),
    ),
  ),
  {
    kind: "H",
    name: "indefinite lengths are as good as definite ones",
    of: null,
    files: async () => {
      const { der, ca } = await signed();
      return { "staff.mobileconfig": indefinite(der), "ca.pem": ca };
    },
    call: ["verify", "staff.mobileconfig", "--ca", "ca.pem"],
    exit: 0,
    says: ["The signature is valid"],
    neverSays: ["inside"],
  },
  {
    kind: "H",
    name: "programs get the signature alone, and the form is said beside it",
    of: "s07-signed-base64.txt",
    files: async () => {
      const { der, ca } = await signed();
      return { "staff.txt": encodeBase64(der), "ca.pem": ca };
    },
    call: ["verify", "staff.txt", "--ca", "ca.pem", "--json"],
    exit: 0,
    says: ["found inside Base64"],
    json: { status: "valid", signers: [{ subject: "CN=Cases" }] },
  },
  {
    kind: "H",
    name: "a signature in an odd form that is wrong stays wrong",
    of: null,
    files: async () => {
      const { der, ca } = await signed();
      const changed = Buffer.from(der);
      changed.write("Staff Mice", der.indexOf("Staff Macs"));
      return { "staff.txt": encodeBase64(changed), "ca.pem": ca };
    },
    call: ["verify", "staff.txt", "--ca", "ca.pem"],
    exit: 1,
    says: ["The signature is not valid"],
  },
  {
    kind: "H",
    name: "the signature is taken off out of an odd form",
    of: null,
    files: async () => ({ "staff.txt": encodeBase64((await signed()).der), "out.mobileconfig": "" }),
    call: ["unsign", "staff.txt", "-o", "out.mobileconfig"],
    exit: 0,
    says: ["inside Base64", "holds the profile without its signature"],
  },
  {
    kind: "H",
    name: "a profile inside something is not signed as it is",
    of: null,
    files: {
      "p.txt": encodeBase64(new TextEncoder().encode(soundProfile)),
      "out.mobileconfig": "",
      "id.p12": "x",
    },
    call: ["sign", "p.txt", "-o", "out.mobileconfig", "--p12", "id.p12"],
    exit: 2,
    says: ["one is inside it", "latchkey convert"],
  },
];
