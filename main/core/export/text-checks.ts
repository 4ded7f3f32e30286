import { hasEmoji } from "../jamf-pro/faithful.ts";
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
    holds: (text: string) => /[&<]/u.test(text),
    thing: "& or <",
    /** Managed preferences are kept, on the API at least, where it was measured. */
    isKeptManaged: true,
    becomes: "Jamf Pro stores it with one escape too many, and a Mac sees &amp; or &lt;.",
  },
  {
    id: "line-feed",
    title: "Line breaks",
    holds: (text: string) => /[\n\t]/u.test(text.trim()),
    thing: "a line break or tab",
    isKeptManaged: true,
    becomes: "Jamf Pro deletes it, and the words around it run together.",
  },
  {
    id: "emoji",
    title: "Emoji",
    holds: hasEmoji,
    thing: "an emoji",
    isKeptManaged: false,
    becomes:
      "Over its API Jamf Pro then stores the payload without any settings; of uploads in its window it is not known.",
  },
] as const;

/** Characters in values, and addresses of files: where they do not survive the route, and that they do where there are any. */
export function textChecks({ route, written }: Checked): readonly RouteCheck[] {
  const texts = [...placedValues(written)].flatMap((place) =>
    place.value.kind === "string" ? [{ ...place, text: place.value.value }] : [],
  );
  const found = kinds.map((kind) => ({ ...kind, values: texts.filter(({ text }) => kind.holds(text)) }));
  const changed = keepsBytes[route]
    ? []
    : found.flatMap(({ isKeptManaged, values, ...kind }) => {
        const lost = values.filter(({ payload }) => !isKeptManaged || payload.form === "other");
        return lost.length === 0 ? [] : [changedCheck(kind, lost)];
      });
  return [...changed, ...fileAddress(texts), ...(changed.length === 0 ? [keptCheck(route, found)] : [])];
}

type Kind = Pick<(typeof kinds)[number], "id" | "title" | "thing" | "becomes">;

function changedCheck({ id, title, thing, becomes }: Kind, values: readonly PlacedValue[]): RouteCheck {
  return {
    id,
    title,
    state: "look",
    detail: `${counted(values.length, "value")} ${values.length === 1 ? "holds" : "hold"} ${thing}. ${becomes}`,
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
    detail: `kept as they are${what}`,
    certainty: keepsBytes[route] ? "documented" : "inferred",
    places: firstPlaces(held.flatMap(({ values }) => values)),
  };
}

/** Only the firewall of the platform gateway minds it, so the file goes through, and its delivery over the gateway would not. */
function fileAddress(texts: readonly (PlacedValue & { readonly text: string })[]): readonly RouteCheck[] {
  const values = texts.filter(({ text }) => /file:\/\//iu.test(text));
  if (values.length === 0) return [];
  return [
    {
      id: "file-address",
      title: "file://",
      state: "fine",
      detail: "kept here; the platform gateway of Jamf Pro's API would refuse the profile for it",
      certainty: "inferred",
      places: firstPlaces(values),
    },
  ];
}
