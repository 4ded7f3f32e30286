import { type ReactNode, useId } from "react";
import type { IdentityField, ProfileView } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import { Popup } from "../../components/popup.tsx";
import { CommittedField } from "../../components/text-field.tsx";
import { TokenField } from "../../components/token-field.tsx";
import { useDocument } from "../../stores/context.ts";
import { findingName } from "../../text/finding-name.ts";
import { Destinations } from "./destinations.tsx";
import { DiffersNote } from "./differs-note.tsx";
import { worst } from "./profile-tabs.tsx";
import { placeName } from "./tabs.ts";
import { joinTokens, splitTokens } from "./token-text.ts";
import { writePlace } from "./use-focused-key.ts";
import { useRowOfFindings } from "./use-row-of-findings.ts";

type IdentityRowProps = { readonly view: ProfileView; readonly field: IdentityField };

/** One identity field: label, control, where it is stored, help, findings. */
export function IdentityRow({ view, field }: IdentityRowProps): ReactNode {
  const helpId = useId();
  const places = new Set(field.destinations.map((to) => placeName(to.payload.domain, to.keyPath)));
  const findings = (view.findings ?? []).filter(({ where }) =>
    places.has(placeName(where.domain ?? "", where.keyPath ?? "")),
  );
  const severity = worst(findings);
  const onFocus = useRowOfFindings(findings);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus goes inside
    <div className="key-row" onFocus={onFocus} data-field={field.id} {...placeOf(field)}>
      <span className="key-label">{field.title}</span>
      <div className="grow">
        {field.differs ? (
          <DiffersNote field={field} />
        ) : (
          <IdentityControl
            field={field}
            helpId={helpId}
            {...(severity === "error" || severity === "warning" ? { tone: severity } : {})}
          />
        )}
        <Destinations field={field} />
        <p id={helpId} className="key-help">
          {field.help}
        </p>
        {findings.map((finding) => (
          <FindingNote key={findingName(finding)} finding={finding} />
        ))}
      </div>
    </div>
  );
}

type IdentityControlProps = {
  readonly field: IdentityField;
  readonly helpId: string;
  readonly tone?: "warning" | "error";
};

function IdentityControl({ field, helpId, tone }: IdentityControlProps): ReactNode {
  const editField = useDocument((state) => state.editField);
  const commit = (value: string) => editField(field.id, value);
  const look = tone === undefined ? {} : { tone };
  if (field.kind === "choice") {
    const isKnown = field.value === "" || field.choices.some((choice) => choice.value === field.value);
    const own = isKnown ? [] : [{ id: field.value, title: field.value, note: "As the file says" }];
    return (
      <Popup
        label={field.title}
        options={[...field.choices.map((choice) => ({ id: choice.value, title: choice.title })), ...own]}
        value={field.value === "" ? null : field.value}
        placeholder={field.fallback ?? "Not set"}
        onChange={commit}
      />
    );
  }
  if (field.kind === "tokens") {
    return (
      <TokenField
        label={field.title}
        values={splitTokens(field.value)}
        onChange={(words) => commit(joinTokens(words, field.value))}
        fallback={field.fallback}
        addLabel={field.id === "success-codes" ? "Add code" : "Add"}
        {...look}
      />
    );
  }
  return (
    <CommittedField
      label={field.title}
      value={field.value}
      placeholder={field.fallback ?? "Not set"}
      onCommit={(value) => commit(value.trim())}
      describedBy={helpId}
      mono
      {...look}
    />
  );
}

/** The place that the source marks while this row has the focus: the first that holds a value. */
function placeOf(field: IdentityField): { readonly "data-place"?: string } {
  const holder = field.destinations.find((to) => to.value !== null);
  if (holder === undefined) {
    return {};
  }
  const { payload, keyPath } = holder;
  return { "data-place": writePlace({ domain: payload.domain, index: payload.index ?? 0, keyPath }) };
}
