import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import { Inspector } from "../../../components/inspector.tsx";
import { MiddleCut } from "../../../components/middle-cut.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { policiesSource } from "../../../features/policies/policies-source.ts";
import { useDocument, usePolicies } from "../../../stores/context.ts";
import type { Run } from "../../../stores/run.ts";
import { namesEntra } from "../../../text/provider.ts";
import { ForecastOne, ForecastPair } from "../predicted/forecast-pair.tsx";
import { knownFacts } from "./known-facts.ts";

/** Beside a run that goes on: what is known already, what is predicted, where it goes, and what stopping it means. */
export function RunningInspector({ run }: { readonly run: Run }): ReactNode {
  const signInHost = run.signIn === null ? null : hostOf(run.signIn.url);
  return (
    <Inspector label="Meaning" opener="Known and predicted">
      <KnownAlready run={run} />
      <Predicted run={run} />
      <Section title="Where this goes">
        <dl className="facts">
          <dt>Host</dt>
          <dd>
            <MiddleCut value={run.host ?? ""} mono />
          </dd>
          {signInHost !== null && signInHost !== run.host && (
            <>
              <dt>Sign-in page</dt>
              <dd>
                <MiddleCut value={signInHost} mono />
              </dd>
            </>
          )}
          <dt>Values from</dt>
          <dd>{valuesOf(run)}</dd>
        </dl>
        {run.signIn !== null && <p className="note quiet">Nothing typed on the sign-in page is recorded.</p>}
      </Section>
      <Stopping run={run} />
    </Inspector>
  );
}

function KnownAlready({ run }: { readonly run: Run }): ReactNode {
  const isEntra = useDocument((state) => namesEntra(state.view?.provider));
  const facts = knownFacts(run.signIns, isEntra);
  return (
    <Section title="Known already">
      {facts.length === 0 ? (
        <p className="note quiet">Nothing yet.</p>
      ) : (
        <ul className="known-facts">
          {facts.map((fact) => (
            <li key={fact}>
              <span className="tone-ok">
                <Icon name="check" size="small" />
              </span>{" "}
              {fact}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Predicted({ run }: { readonly run: Run }): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const login = run.signIns.login?.prediction ?? null;
  const check = run.signIns.check?.prediction ?? null;
  if (login === null && check === null) {
    return null;
  }
  return (
    <Section title="Predicted" {...(policies === null ? {} : { aside: policiesSource(policies) })}>
      {run.kind === "both" ? (
        <ForecastPair login={login} check={check} />
      ) : (
        <ForecastOne kind={run.kind} prediction={login ?? check} />
      )}
      <p className="note quiet predicted-note">The live answers will be put beside this.</p>
    </Section>
  );
}

function Stopping({ run: { kind, signIn } }: { readonly run: Run }): ReactNode {
  const isWindow = signIn?.how === "window";
  const title = isWindow ? "If you stop, or close the window" : "If you stop";
  const end = isWindow
    ? "The run ends and says which of the two it was."
    : "The run ends as “stopped by you”.";
  return (
    <Section title={title}>
      <p className="note quiet">
        {kind === "ropg"
          ? `${end} If the password was sent already, the provider has checked it.`
          : `${end} No password has been checked here so far.`}
      </p>
    </Section>
  );
}

/** Whose settings in the profile are sent; both sign-ins may take those of the login window. */
function valuesOf({ kind, from }: Pick<Run, "kind" | "from">): string {
  const own = from === "login" ? "Login window" : "Menu bar";
  if (kind !== "both") return own;
  return from === "login" ? "Login window, for both" : "Login window and menu bar";
}

/** Host and port of an address, or the address itself when it is none. */
function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
