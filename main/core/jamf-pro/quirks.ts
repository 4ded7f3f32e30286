/** One thing that Jamf Pro does to a profile or a call and that nobody would expect. */
export type Quirk = {
  /** Our number; tests of the practice Jamf Pro and the docs go by it. */
  readonly id: string;
  /** Jamf's own number of the defect, where it has one. */
  readonly defect: string | null;
  readonly title: string;
  readonly source: string;
};

const payloadNotes =
  "https://github.com/Jamf-Concepts/jamf-cli/blob/main/docs/solutions/conventions/classic-profile-payload-ampersand-escaping-2026-07-30.md";
const gatewayNotes = "https://github.com/Jamf-Concepts/jamf-cli/blob/main/docs/guides/platform-api-ga.md";
const scopeNotes =
  "https://github.com/Jamf-Concepts/jamf-cli/blob/main/docs/solutions/conventions/scope-put-avoid-subset-2026-07-08.md";
const provider = "https://github.com/jamf/terraform-provider-jamfplatform";
const uploader = "https://github.com/grahampugh/jamf-upload";
const bodies =
  "https://github.com/Jamf-Concepts/jamf-cli/blob/main/docs/solutions/conventions/classic-body-schemas-2026-09-02.md";

const table = [
  ["C1", "PI-827", "Payloads are decoded once too often; a bare & or < then is a 409", payloadNotes],
  ["C2", "PI-827", "Payloads other than managed preferences keep one layer of &amp;", payloadNotes],
  [
    "C3",
    null,
    "Line feeds and tabs are deleted outside managed preferences; a carriage return stays",
    payloadNotes,
  ],
  ["C4", null, "An emoji empties a managed-preferences payload, and is broken elsewhere", payloadNotes],
  ["C5", null, "Blanks at the ends of values are cut off, and keys are sorted", payloadNotes],
  ["C6", null, "Empty keys appear in what is read back", uploader],
  ["C7", null, "Unknown elements and values of an enumeration are dropped, with a 201", bodies],
  ["C8", null, "A missing field is named in a web page, with a 409", bodies],
  ["C9", null, "A PUT changes only the sections that it holds", scopeNotes],
  ["C10", null, "A new profile gets a UUID and an identifier of Jamf Pro's own", provider],
  [
    "C11",
    null,
    "Names, identifiers and UUIDs of payloads are derived anew, and keys about them added",
    provider,
  ],
  ["C12", null, "redeploy_on_update reads back as Newly Assigned, whatever was sent", provider],
  ["C13", null, "A name that is taken is a 409, at another site too", bodies],
  ["C14", null, "A node of a cluster answers from before the write when the cookie is missing", uploader],
  ["C15", null, "The address of the token differs between versions", uploader],
  ["C16", "PI-690", "A signature does not survive, and signed bytes are a malformed call", uploader],
  ["C17", null, "The older token lives as short as the API client says, a minute for example", uploader],
  ["G1", null, "The gateway has no /api, and says so as plain text", gatewayNotes],
  ["G2", null, "It takes exactly one of two headers for its context", gatewayNotes],
  ["G3", null, "It serves no subset of a profile", scopeNotes],
  ["G4", null, "Its firewall answers file:// and bursts with a web page", scopeNotes],
  ["G5", null, "It does not find names with a plus sign", scopeNotes],
  ["G6", null, "It has capabilities in place of privileges", gatewayNotes],
] as const;

/** The number of a quirk. */
export type QuirkId = (typeof table)[number][0];

/** Every quirk that is known, in the order of the docs. */
export const quirks: readonly (Quirk & { readonly id: QuirkId })[] = table.map(
  ([id, defect, title, source]) => ({ id, defect, title, source }),
);

/** What a difference that a quirk explains is called: by Jamf's number where there is one, else by ours. */
export function defectNumber(id: QuirkId): string {
  return quirks.find((quirk) => quirk.id === id)?.defect ?? id;
}
