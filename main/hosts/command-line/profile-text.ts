import { licenseText } from "../../core/license/index.ts";
import {
  type DescribedLicense,
  type DescribedPayload,
  describeProfile,
  maskedText,
} from "../../core/profile/index.ts";
import type { OpenedDocument } from "./open-document.ts";
import { nameText, settingLines } from "./setting-lines.ts";
import { oneLine } from "./text.ts";

/**
 * A profile for people to read on a terminal. Secrets are not shown.
 *
 * @param notes what has to be known before the rest is believed
 */
export function profileText(
  { document, signature }: Pick<OpenedDocument, "document" | "signature">,
  notes: readonly string[] = [],
): string {
  const { format, encoding, profile, payloads } = describeProfile(document);
  const head =
    profile === null
      ? ["Settings of one preference domain"]
      : [
          nameText(maskedText(profile.displayName ?? "Profile without a name")),
          ...nameField("Identifier", profile.identifier),
          ...nameField("UUID", profile.uuid),
          ...nameField("Scope", profile.scope),
        ];
  const signed =
    signature === null
      ? "none"
      : `${signature.status}, ${signature.signers.map(({ subject }) => subject).join(", ")}`;
  const lines = [
    ...head,
    ...field("Format", `${format}, ${encoding}`),
    ...field("Signature", signed),
    ...document.notices.flatMap(({ title, at }) =>
      field("Note", at === undefined ? title : `${title} Line ${at.line}.`),
    ),
    ...notes.flatMap((note) => field("Note", note)),
    ...payloads.flatMap((payload) => ["", ...payloadLines(payload)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The settings that are in force on this Mac, for people. Secrets are not shown. */
export function installedText(
  payloads: readonly (DescribedPayload & { readonly user: string | null })[],
): string {
  if (payloads.length === 0) return "This Mac has no managed settings for Jamf Connect.\n";
  const blocks = payloads.map(({ domain, user, values, license }) =>
    [
      `${oneLine(domain ?? "")} (${user === null ? "whole Mac" : `user ${oneLine(user)}`})`,
      ...(license === undefined ? [] : field("License", licenseLine(license))),
      ...settingLines(domain, values),
    ].join("\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}

function payloadLines({ domain, type, form, values, license }: DescribedPayload): readonly string[] {
  const isLicenseFile = domain === null && license !== undefined;
  const title = isLicenseFile
    ? "License of Jamf Connect"
    : maskedText(domain ?? type ?? "Unknown preference domain");
  return [
    `${nameText(title)} (${isLicenseFile ? "a file of its own" : formText[form]})`,
    ...(license === undefined ? [] : field("License", licenseLine(license))),
    ...settingLines(domain ?? type, values),
  ];
}

function licenseLine(license: DescribedLicense): string {
  return "problem" in license ? `${license.problem.title} ${license.problem.fix}` : licenseText(license);
}

const formText: Readonly<Record<DescribedPayload["form"], string>> = {
  direct: "direct payload",
  "managed-preferences": "managed preferences",
  plist: "bare settings",
  other: "other payload",
};

function nameField(name: string, value: string | null): readonly string[] {
  return value === null ? [] : field(name, nameText(maskedText(value)));
}

function field(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`  ${`${name}:`.padEnd(12)}${oneLine(value)}`];
}
