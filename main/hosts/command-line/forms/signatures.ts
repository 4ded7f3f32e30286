import type { CommandForm } from "../command.ts";
import { has, lacking, says } from "./missing-parts.ts";
import { out } from "./shared-options.ts";

/** The commands about signatures of profiles. */
export const signatures = {
  sign: {
    usage:
      "sign IN -o OUT (--p12 FILE | --cert PEM --key PEM | --keychain SHA1) [--chain FILE] [--password-stdin]",
    summary: "Sign a profile with a .p12, PEM files or a keychain identity",
    examples: [
      "sign staff.mobileconfig -o signed.mobileconfig --p12 identity.p12",
      "sign staff.mobileconfig -o signed.mobileconfig --cert chain.pem --key key.pem",
      "sign staff.mobileconfig -o signed.mobileconfig --cert cert.pem --key key.pem --chain chain.p7b",
    ],
    missing: (call) =>
      lacking(
        [has(call, 1), "IN"],
        [says(call, "out"), "-o OUT"],
        [
          ["p12", "cert", "key", "keychain"].some((name) => says(call, name)),
          "an identity (--p12, --cert with --key, or --keychain)",
        ],
      ),
    options: {
      out,
      p12: { type: "string", value: "FILE", description: "Identity in a .p12 file" },
      cert: { type: "string", value: "PEM", description: "Certificate, followed by its chain" },
      key: { type: "string", value: "PEM", description: "Private key of the certificate" },
      chain: {
        type: "string",
        value: "FILE",
        description: "Certificates of the issuers that the identity's file lacks: .p7b, .p7c or PEM",
      },
      keychain: {
        type: "string",
        value: "SHA1",
        description: "Identity in the keychain of this Mac, by its SHA-1",
      },
      "password-stdin": {
        type: "boolean",
        description: "Read the passphrase from the first line of standard input",
      },
    },
  },
  verify: {
    usage: "verify FILE|FOLDER [--ca PEM] [--expires-within DAYS [--keep]]",
    summary: "Check the signature of a profile, or which signatures of a folder end soon",
    examples: [
      "verify signed.mobileconfig",
      "verify signed.mobileconfig --ca root.pem",
      "verify profiles --expires-within 30d",
    ],
    missing: (call) => lacking([has(call, 1), "FILE|FOLDER"]),
    options: {
      ca: { type: "string", value: "PEM", description: "Root certificate to trust as well" },
      "expires-within": {
        type: "string",
        value: "DAYS",
        description: "List what has to be signed anew within so many days, such as 30d",
      },
      keep: {
        type: "boolean",
        description: "Keep the list in the folder: files, signers and last days, nothing else",
      },
    },
  },
  unsign: {
    usage: "unsign IN -o OUT",
    summary: "Take the profile out of its signature",
    examples: ["unsign signed.mobileconfig -o staff.mobileconfig"],
    missing: (call) => lacking([has(call, 1), "IN"], [says(call, "out"), "-o OUT"]),
    options: { out },
  },
} as const satisfies Readonly<Record<string, CommandForm>>;
