import type { ReactNode } from "react";
import type { Mentioned } from "../../../preload/contract.ts";
import { Segment } from "../../components/segment.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { decisionOf, withAssumption } from "../../stores/assumed.ts";
import { useMatrix } from "../../stores/context.ts";
import { Choice } from "./choice.tsx";
import { IdDecisions } from "./id-decisions.tsx";

const trusts = [
  { id: "yes", title: "Trusted" },
  { id: "open", title: "Unknown" },
  { id: "no", title: "Not trusted" },
] as const;

/** Where the sign-in comes from: the named locations of the policies, an address, a country, trusted or not. */
export function PlaceChoice({ mentioned }: { readonly mentioned: Mentioned }): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const isIn = mentioned.locations.filter(({ id }) => decisionOf(assumed, "locations", id) === "yes");
  const { ipAddress, country, trusted, notIn } = assumed;
  const parts = [
    ...isIn.map(({ id, name }) => name ?? id),
    ...(ipAddress === undefined ? [] : [ipAddress]),
    ...(country === undefined ? [] : [country.toUpperCase()]),
    ...(trusted === undefined ? [] : [trusted ? "Trusted" : "Not trusted"]),
  ];
  const isOpen = parts.length === 0 && notIn?.locations === undefined;
  const value = isOpen ? "Location: any" : parts.length === 0 ? "Elsewhere" : parts.join(", ");
  return (
    <Choice label="Location" value={value} isOpen={isOpen}>
      <TrustedChoice />
      <div className="ca-fields">
        <Typed
          name="ipAddress"
          label="IP address"
          isWhole={(text) => /^[\d.]{7,15}$|^[\da-f:.]*:[\da-f:.]+$/i.test(text)}
        />
        <Typed name="country" label="Country, two letters" isWhole={(text) => /^[a-z]{2}$/i.test(text)} />
      </div>
      {mentioned.locations.length > 0 && (
        <>
          <h3>Places that the policies name</h3>
          <IdDecisions list="locations" ids={mentioned.locations} />
        </>
      )}
    </Choice>
  );
}

/** Whether the place counts as trusted. */
export function TrustedChoice(): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const { trusted } = assumed;
  return (
    <Segment
      label="Trusted location"
      options={trusts}
      value={trusted === undefined ? "open" : trusted ? "yes" : "no"}
      onChange={(answer) =>
        assume({
          assumed: withAssumption(assumed, "trusted", answer === "open" ? undefined : answer === "yes"),
        })
      }
    />
  );
}

type TypedProps = {
  readonly name: "ipAddress" | "country";
  readonly label: string;
  /** Half a text is kept here and says nothing yet. */
  readonly isWhole: (text: string) => boolean;
};

function Typed({ name, label, isWhole }: TypedProps): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const [typed, setTyped] = useDraft(assumed[name] ?? "");
  return (
    <TextField
      label={label}
      showLabel
      isTold
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const value = text.trim();
        assume({ assumed: withAssumption(assumed, name, isWhole(value) ? value : undefined) });
      }}
    />
  );
}
