import type { ReactNode } from "react";
import type { TestTargetView } from "../../preload/contract.ts";
import { Icon } from "../components/icon.tsx";
import { MiddleCut } from "../components/middle-cut.tsx";
import { PracticeTag } from "../components/tag.tsx";
import { useDocument, usePractice, useRuns } from "../stores/context.ts";
import { namesEntra, shortProvider } from "../text/provider.ts";

/** Foot of the side bar: where test logins go. Practice is always told from the real tenant, also by a narrow side bar. */
export function TargetNote(): ReactNode {
  const target = useRuns((state) => state.target);
  const provider = useDocument((state) => state.view?.provider ?? null);
  const practice = usePractice((state) => state.status);
  if (target === null && !practice.running) {
    return null;
  }
  return (
    <div className="side-foot">
      <div className="target side-text">
        Tests go to
        {target === null || target.practice ? (
          <b {...(target === null ? {} : { title: target.host })}>The practice tenant</b>
        ) : (
          <b>
            <MiddleCut value={target.host} />
          </b>
        )}
        {practice.running ? (
          <>
            <span>Made from “{practice.scenario.title}”</span>
            <div>
              <PracticeTag />
            </div>
          </>
        ) : (
          <span>{targetWords(target, provider)}</span>
        )}
      </div>
      {practice.running && <NarrowMark scenario={practice.scenario.title} />}
    </div>
  );
}

function targetWords(target: TestTargetView | null, provider: string | null): string {
  if (target === null || !target.known) return "Asks before the first test";
  return target.thisMachine ? "An address of this machine" : `${ownerOf(provider)} usual address`;
}

function ownerOf(provider: string | null): string {
  if (namesEntra(provider)) return "Entra's";
  const name = provider === null || provider === "Custom" ? null : shortProvider(provider);
  return name === null ? "The provider's" : `${name}'s`;
}

/** Stands for the note where there is no room for it. */
function NarrowMark({ scenario }: { readonly scenario: string }): ReactNode {
  const words = `Practice: ${scenario}`;
  return (
    <span className="side-practice" role="img" aria-label={words} title={words}>
      <Icon name="practice" />
    </span>
  );
}
