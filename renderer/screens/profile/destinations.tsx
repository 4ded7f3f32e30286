import { Fragment, type ReactNode } from "react";
import type { FieldDestination, IdentityField } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { FoundText } from "./found-text.tsx";

/** Where a field is stored, so that nobody has to know that one thing lives in two domains. */
export function Destinations({
  field,
  onSplit,
}: {
  readonly field: IdentityField;
  readonly onSplit?: () => void;
}): ReactNode {
  const holders = field.destinations.filter((to) => to.value !== null);
  const isPartial = holders.length > 0 && holders.length < field.destinations.length;
  const shown = isPartial ? holders : field.destinations;
  const words = isPartial ? "so far only in" : holders.length === 0 ? "not set; would go to" : "goes to";
  // Two names of one thing: what each place holds is told, not one of them for both.
  const isMixed = new Set(holders.map((to) => to.value)).size > 1;
  return (
    <p className="key-goes">
      <Icon name={shown.length > 1 ? "fork" : "arrow"} size="small" />
      <span>
        {!isMixed && `${words} `}
        {shown.map((to, index) => (
          <Fragment key={`${to.payload.domain} ${to.keyPath}`}>
            {index > 0 && (isMixed ? ", " : " and ")}
            <Place to={to} withValue={isMixed} />
          </Fragment>
        ))}
        {onSplit !== undefined && (
          <button
            type="button"
            className="plain-add"
            aria-label={`Set each ${field.title}`}
            title="Give each domain a value of its own"
            onClick={onSplit}
          >
            Set each…
          </button>
        )}
      </span>
    </p>
  );
}

type PlaceProps = { readonly to: FieldDestination; readonly withValue: boolean };

function Place({ to, withValue }: PlaceProps): ReactNode {
  return (
    <span className="key-place">
      {withValue && to.value !== null && (
        <>
          <b>
            <FoundText text={to.value} />
          </b>{" "}
          in{" "}
        </>
      )}
      <span className="key-domain">{to.payload.domain} ›</span>{" "}
      <b>
        <FoundText text={to.keyPath} />
      </b>
    </span>
  );
}
