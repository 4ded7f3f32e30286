import { isKeptType, type TextQuirk, textFate, textsIn } from "../jamf-pro/text-fate.ts";
import type { ProfileDocument } from "../profile/index.ts";
import type { FileRoute } from "./export-choice.ts";
import { counted, firstPlaces, type PlacedValue, placedValues } from "./places.ts";
import type { Checked, RouteCheck } from "./route-check.ts";

/** Routes on which the file stays as it is, byte for byte. */
const keepsBytes: Readonly<Record<FileRoute, boolean>> = {
  signed: true,
  unsigned: false,
  plist: false,
  mac: true,
};

/** What is known to be changed in texts on the way through Jamf Pro. */
const kinds = [
  {
    id: "ampersand",
    title: "& and <",
    quirk: "C2",
    thing: "&, < or ]]>",
    becomes: "Jamf Pro stores it with one escape too many, and a Mac sees &amp; or &lt;.",
  },
  {
    id: "line-feed",
    title: "Line breaks",
    quirk: "C3",
    thing: "a line break or tab",
    becomes: "Jamf Pro deletes it, and the words around it run together.",
  },
  {
    id: "emoji",
    title: "Emoji",
    quirk: "C4",
    thing: "an emoji",
    becomes:
      "Over its API Jamf Pro then stores managed preferences without any settings, and other payloads with two marks in its place; of uploads in its window it is not known.",
  },
  {
    id: "blanks",
    title: "Blanks",
    quirk: "C5",
    thing: "blanks at its ends",
    becomes: "Jamf Pro cuts them off.",
  },
] as const satisfies readonly { readonly quirk: TextQuirk; readonly [part: string]: string }[];

/** A text among the settings: of a value, or of its key. */
type FoundText = PlacedValue & { readonly text: string; readonly isKey: boolean };

/** Characters in values, and addresses of files: where they do not survive the route, and that they do where there are any. */
export function textChecks({ route, written }: Checked): readonly RouteCheck[] {
  const texts = [...placedValues(written)].flatMap(textsOf);
  const found = kinds.map((kind) => ({
    ...kind,
    values: texts.filter(({ text, isKey }) => textFate(text, false, isKey).includes(kind.quirk)),
  }));
  const changed = keepsBytes[route]
    ? []
    : found.flatMap(({ quirk, values, ...kind }) => {
        const lost = values.filter(({ payload, text, isKey }) =>
          textFate(text, isKeptHere(payload), isKey).includes(quirk),
        );
        return lost.length === 0 ? [] : [changedCheck(kind, lost)];
      });
  return [
    ...changed,
    ...fileAddress(written, texts),
    ...(changed.length === 0 ? [keptCheck(route, found)] : []),
  ];
}

function textsOf(place: PlacedValue): readonly FoundText[] {
  const key = place.key === null ? [] : [{ ...place, text: place.key, isKey: true }];
  return place.value.kind === "string" ? [...key, { ...place, text: place.value.value, isKey: false }] : key;
}

/** Settings without a profile become managed preferences where they are uploaded. */
function isKeptHere({ form, type }: PlacedValue["payload"]): boolean {
  return form === "plist" || isKeptType(type);
}

type Kind = Pick<(typeof kinds)[number], "id" | "title" | "thing" | "becomes">;

function changedCheck({ id, title, thing, becomes }: Kind, values: readonly PlacedValue[]): RouteCheck {
  const many = new Set(values.map(({ domain, keyPath }) => `${domain} ${keyPath}`)).size;
  return {
    id,
    title,
    state: "look",
    detail: `${counted(many, "value")} ${many === 1 ? "has" : "have"} ${thing}. ${becomes}`,
    certainty: "inferred",
    places: firstPlaces(values),
  };
}

function keptCheck(
  route: FileRoute,
  found: readonly { readonly thing: string; readonly values: readonly PlacedValue[] }[],
): RouteCheck {
  const held = found.filter(({ values }) => values.length > 0);
  const what = held.length === 0 ? "" : `, with ${held.map(({ thing }) => thing).join(", with ")} in them`;
  return {
    id: "values",
    title: "Values",
    state: "fine",
    detail: `${route === "unsigned" ? "kept in this file" : "kept as they are"}${what}`,
    certainty: keepsBytes[route] ? "documented" : "inferred",
    places: firstPlaces(held.flatMap(({ values }) => values)),
  };
}

/** Only the firewall of the platform gateway minds it, so the file goes through, and its delivery over the gateway would not. */
function fileAddress(written: ProfileDocument, texts: readonly FoundText[]): readonly RouteCheck[] {
  const isAddress = ({ text }: { readonly text: string }) => /file:\/\//iu.test(text);
  const [first] = [...textsIn(written.root)].filter(isAddress);
  if (first === undefined) return [];
  const settings = texts.filter(isAddress);
  return [
    {
      id: "file-address",
      title: "file://",
      state: "fine",
      detail: "kept here; the platform gateway of Jamf Pro's API would refuse the profile for it",
      certainty: "inferred",
      places: settings.length > 0 ? firstPlaces(settings) : [{ domain: null, keyPath: first.path.join(".") }],
    },
  ];
}
