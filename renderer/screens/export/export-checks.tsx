import type { ReactNode } from "react";
import type {
  ChangeView,
  ExportView,
  ProfileView,
  RouteCheck,
  SignatureView,
} from "../../../preload/contract.ts";
import { Breakable } from "../../components/breakable.tsx";
import { Button } from "../../components/button.tsx";
import { CertainText, CertaintyTag } from "../../components/certainty-tag.tsx";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { RolloutBox } from "../../features/rollout/rollout-box.tsx";
import { statusWords } from "../../features/signing/signature-status.ts";
import { useExports } from "../../stores/context.ts";
import { type ExportQuestion, isSigned } from "../../stores/export-store.ts";
import { count, formatBytes } from "../../text/count.ts";
import { commonName } from "../../text/distinguished-name.ts";
import { Building } from "./building.tsx";
import { leftOutOf } from "./left-out.ts";
import { LeftOutList } from "./left-out-list.tsx";
import { usePreview } from "./use-built.ts";

/** What was checked for the route, and after writing; before that, what will be. */
export function ExportChecks({ view, wanted }: ExportQuestion): ReactNode {
  const last = useExports((state) => state.last);
  const { route } = wanted.choice;
  const preview = usePreview(view, wanted);
  const warnings = preview?.checks.filter(({ state }) => state === "look").length ?? 0;
  const hasIdentity = useExports((state) => state.identityId !== null);
  const signs = route === "signed" || (isSigned(route) && hasIdentity);
  return (
    <aside className="inspector export-inspector" aria-label="Checks" data-pane="inspector">
      <Section title="Checked for this route" aside={warnings === 0 ? undefined : count(warnings, "warning")}>
        {preview === null ? (
          <Building />
        ) : (
          <ul className="checks">
            {preview.checks.map((check) => (
              <RouteCheckLine key={check.id} check={check} view={view} leftOut={leftOutOf(preview)} />
            ))}
          </ul>
        )}
      </Section>
      <RolloutBox isTrial={route === "mac"} />
      {last === null ? (
        <Section title="Will be checked before it is written">
          <ul className="checks">
            <Check title="Read back" detail="read again by a second parser, value by value" />
            {signs && <Check title="Signature" detail="checked after signing" />}
          </ul>
          <p className="small faint export-rule">
            {signs ? "If one of these fails, nothing is written." : "If this fails, nothing is written."}
          </p>
        </Section>
      ) : (
        <Written last={last} />
      )}
      {route === "signed" && (
        <Section title="On the Mac">
          <p className="note quiet">
            <CertainText
              certainty="inferred"
              text="Jamf Pro itself signs what it sends to Macs. Your signature guards the copy in Jamf Pro."
            />
          </p>
        </Section>
      )}
    </aside>
  );
}

type RouteCheckLineProps = {
  readonly check: RouteCheck;
  readonly view: ProfileView;
  readonly leftOut: readonly ChangeView[];
};

function RouteCheckLine({ check, view, leftOut }: RouteCheckLineProps): ReactNode {
  const { id, title, state, detail, certainty } = check;
  const isOpen = state === "look";
  return (
    <li>
      <span className={isOpen ? "tone-warn" : "tone-ok"}>
        <Icon name={isOpen ? "warning" : "check"} size="small" />
      </span>
      <span>
        <Breakable text={title} />
      </span>
      <div className="quiet">
        <p>
          <Breakable text={detail} />
          {isOpen && certainty === "inferred" && (
            <>
              {" "}
              <CertaintyTag certainty={certainty} />
            </>
          )}
        </p>
        {id === "left-out" ? (
          <LeftOutList check={check} view={view} settings={leftOut} />
        ) : (
          isOpen && <CheckedPlaces check={check} />
        )}
        {id === "other-payloads" && <SignInstead />}
      </div>
    </li>
  );
}

/** Where it stands, where the words do not say it: each in a line of its own. */
function CheckedPlaces({ check: { id, title, detail, places } }: { readonly check: RouteCheck }): ReactNode {
  const names = places.map(({ keyPath }) => keyPath);
  const named = [...new Set(names)].filter((name) => name !== "" && !`${title} ${detail}`.includes(name));
  return id === "secrets" || named.length === 0 ? null : (
    <ul className="checks-places">
      {named.map((name) => (
        <li key={name}>
          <Breakable text={name} />
        </li>
      ))}
    </ul>
  );
}

/** The route on which nothing is rewritten. */
function SignInstead(): ReactNode {
  const choose = useExports((state) => state.choose);
  return (
    <Button look={["small"]} onPress={() => choose({ route: "signed" })}>
      Go to Jamf Pro, locked
    </Button>
  );
}

function Written({ last }: { readonly last: ExportView }): ReactNode {
  return (
    <>
      <Section title="The file" aside={formatBytes(last.bytes)}>
        <p className="note export-file">
          <MiddleCut value={last.savedTo ?? last.fileName} mono />
        </p>
        <ul className="checks">
          {last.checks.map((check) => (
            <Check key={check.title} title={check.title} detail={check.detail} isDone />
          ))}
        </ul>
      </Section>
      {last.signature !== null && <Signature signature={last.signature} />}
    </>
  );
}

function Signature({ signature }: { readonly signature: SignatureView }): ReactNode {
  const { tone, icon, words } = statusWords[signature.status];
  const [signer] = signature.signers;
  return (
    <Section title="Signature, checked by us">
      <ul className="checks">
        <li>
          <span className={`tone-${tone}`}>
            <Icon name={icon} size="small" />
          </span>
          <span>Status</span>
          <span className="quiet">{words}</span>
        </li>
        {signer !== undefined && <Check title="Issuer" detail={commonName(signer.issuer)} isDone />}
      </ul>
    </Section>
  );
}

type CheckProps = { readonly title: string; readonly detail: string; readonly isDone?: boolean };

function Check({ title, detail, isDone = false }: CheckProps): ReactNode {
  return (
    <li>
      <span className={isDone ? "tone-ok" : "faint"}>
        <Icon name={isDone ? "check" : "clock"} size="small" />
      </span>
      <span>{title}</span>
      <span className="quiet">{detail}</span>
    </li>
  );
}
