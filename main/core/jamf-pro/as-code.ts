import { encodeBase64 } from "../plist/base64.ts";
import { unwritablePath, writeXmlSource } from "../plist/index.ts";
import { fail, type Result, succeed } from "../problem.ts";
import { type LeftOut, leaveOutSecrets, leftOutIn, type ProfileDocument } from "../profile/index.ts";
import { unseen } from "../text/unseen.ts";
import { deliveryOf, levelOf } from "./delivery-form.ts";

/** A tool that delivers profiles from code. */
export type CodeFormat = "terraform" | "jamf-cli";

/**
 * The resource or the command that would deliver the same profile. Secrets of the profile are left out of it: code goes into
 * repositories, so each is a variable that whoever runs it gives.
 *
 * Terraform: `jamfplatform_pro_macos_configuration_profile` of Jamf's own provider. jamf-cli:
 * `pro classic-macos-config-profiles apply`. Problems: those of `deliveryOf`, `text-not-writable`.
 */
export function deliveryCode(document: ProfileDocument, format: CodeFormat): Result<string> {
  const delivery = deliveryOf(document);
  if (!delivery.ok) return delivery;
  const { name } = delivery.value;
  const parts = profileParts(delivery.value.document);
  if (!parts.ok) return parts;
  const level = levelOf(delivery.value.document) === "user" ? "User Level" : "Computer Level";
  return succeed(format === "terraform" ? terraform(name, level, parts.value) : jamfCli(name, parts.value));
}

/** A part of the profile's text, or a secret that belongs between two of them. */
type Part = { readonly text: string } | { readonly secret: LeftOut; readonly variable: string };

const mark = "LATCHKEY-SECRET-IS-A-VARIABLE";
/** The same inside `<data>`. */
const base64Mark = encodeBase64(new TextEncoder().encode(mark));

/** The text of the profile, visible characters only, cut where a secret has to stand. */
function profileParts(document: ProfileDocument): Result<readonly Part[]> {
  const without = leaveOutSecrets(document, mark);
  const unwritable = unwritablePath(without.root);
  if (unwritable !== null)
    return fail({
      code: "text-not-writable",
      title: "A text holds control characters, which XML cannot hold.",
      detail: `It stands at ${unwritable.join(".").slice(0, 200)}.`,
      fix: "Remove these characters.",
    });
  const secrets = leftOutIn(without, mark);
  const text = visible(writeXmlSource(without.root).text);
  const pieces = text.split(new RegExp(`${mark}|${base64Mark}`));
  return succeed(
    pieces.flatMap((piece, index): readonly Part[] => {
      const secret = secrets[index - 1];
      return secret === undefined
        ? [{ text: piece }]
        : [{ secret, variable: variableName(secret, index, secrets) }, { text: piece }];
    }),
  );
}

/**
 * Indents are blanks, and whatever is not seen is a reference: what is printed is what there is. So is everything beyond ASCII where
 * the text is not in Unicode's form NFC: HCL brings texts into that form, and other characters would arrive.
 */
function visible(xml: string): string {
  const isComposed = xml === xml.normalize("NFC") && !/(?<!\P{ASCII})\p{M}/u.test(xml);
  const stable = isComposed ? xml : xml.replace(/\P{ASCII}/gu, reference);
  return stable
    .replace(/<data>([^<]*)<\/data>/g, (_whole, inner: string) => `<data>${inner.replace(/\s+/g, "")}</data>`)
    .replace(/^\t+(?=<(?!\/(?:string|key)>))/gm, (tabs) => "  ".repeat(tabs.length))
    .replace(unseen, (character) => (character === "\n" ? character : reference(character)));
}

function reference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

function variableName({ domain, keyPath }: LeftOut, index: number, all: readonly LeftOut[]): string {
  const plain = `${domain ?? "profile"}_${keyPath}`
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^(?=\d)/, "_")
    .slice(0, 80);
  const isAlone = all.filter((other) => other.domain === domain && other.keyPath === keyPath).length === 1;
  return isAlone && /[A-Za-z0-9]/.test(keyPath) ? plain : `${plain}_${index}`;
}

function terraform(name: string, level: string, parts: readonly Part[]): string {
  const variables = parts.flatMap((part) =>
    "text" in part
      ? []
      : [
          `variable ${hcl(part.variable)} {`,
          `  description = ${hcl(`${part.secret.keyPath} of ${part.secret.domain ?? "the profile"}, as it stands in the XML of the profile`)}`,
          "  type        = string",
          "  sensitive   = true",
          "}",
          "",
        ],
  );
  const payloads = parts
    .map((part) => ("text" in part ? hclInside(part.text) : `\${var.${part.variable}}`))
    .join("");
  return [
    ...variables,
    `resource "jamfplatform_pro_macos_configuration_profile" ${hcl(label(name))} {`,
    "  general = {",
    `    name                = ${hcl(name)}`,
    `    level               = ${hcl(level)}`,
    '    distribution_method = "Install Automatically"',
    '    redeploy_on_update  = "Newly Assigned"',
    "    user_removable      = false",
    `    payloads            = "${payloads}"`,
    "  }",
    "",
    "  scope = {",
    "    targets = {",
    "      all_computers = false",
    "    }",
    "  }",
    "}",
    "",
  ].join("\n");
}

/** A quoted template of HCL (spec, "Quoted templates") that is nothing but this text. */
function hcl(text: string): string {
  return `"${hclInside(text)}"`;
}

function hclInside(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replace(/([$%]+)(?=\{)/g, openings)
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replace(unseen, (character) => {
      const code = character.codePointAt(0) ?? 0;
      const hex = code.toString(16).toUpperCase();
      return code > 0xffff ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
    });
}

/** A mark before a brace is doubled; what stands before that is written as a value, because a row of three can be read in two ways. */
function openings(marks: string): string {
  const last = marks.at(-1) ?? "";
  return `${[...marks.slice(0, -1)].map((mark) => `\${"${mark}"}`).join("")}${last}${last}`;
}

/** The name of a resource: letters, digits and underscores. */
function label(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return plain === "" || /^\d/.test(plain) ? `profile_${plain}`.replace(/_$/, "") : plain;
}

function jamfCli(name: string, parts: readonly Part[]): string {
  const secrets = parts.flatMap((part) => ("text" in part ? [] : [part]));
  const environment = (variable: string) => variable.toUpperCase();
  const needed = secrets.map(
    ({ variable, secret }) =>
      `: "\${${environment(variable)}:?set it to ${secret.keyPath.replace(/[^A-Za-z0-9._-]/g, "")}, as it stands in the XML of the profile}"`,
  );
  const pieces = parts.map((part) =>
    "text" in part ? shell(part.text) : `"$${environment(part.variable)}"`,
  );
  return [
    "#!/bin/sh",
    "set -eu",
    ...needed,
    "umask 077",
    "profile=$(mktemp)",
    "trap 'rm -f \"$profile\"' EXIT",
    `printf '%s' ${pieces.join("")} >"$profile"`,
    `jamf-cli pro classic-macos-config-profiles apply --name ${shell(name)} --mobileconfig-file "$profile"`,
    "",
  ].join("\n");
}

/** One word of a POSIX shell that is nothing but this text; what is not seen is written as bytes in octal. */
function shell(text: string): string {
  const quoted = (plain: string) => `'${plain.replaceAll("'", "'\\''")}'`;
  const hidden = [...text].some((character) => character !== "\n" && isUnseen(character));
  if (!hidden) return quoted(text);
  const octal = [...text].map((character) => {
    if (character === "\n" || !isUnseen(character))
      return character.replaceAll("\\", "\\\\").replaceAll("%", "%%");
    return [...new TextEncoder().encode(character)]
      .map((byte) => `\\${byte.toString(8).padStart(3, "0")}`)
      .join("");
  });
  return `"$(printf ${quoted(octal.join(""))})"`;
}

function isUnseen(character: string): boolean {
  return character.search(unseen) >= 0;
}
