import { nameRun, type RunKind, type RunName } from "../../core/history/index.ts";
import type { Result } from "../../core/problem.ts";
import { shortenUserName } from "../../core/redact/index.ts";
import type { TargetFacts } from "./test-target.ts";

type Opening = {
  readonly kind: RunKind;
  /** As it was typed. */
  readonly username: string | null;
  readonly scenarioTitle: string | null;
};

/** What a run is called before it has a result: the same as its record will be, as far as it is known. */
export function nameOpening(
  { kind, username, scenarioTitle }: Opening,
  target: Result<Pick<TargetFacts, "host" | "tenant">>,
): RunName {
  return nameRun({
    kind,
    scenario: scenarioTitle,
    host: target.ok ? target.value.host : "",
    tenant: target.ok ? target.value.tenant : null,
    person: username === null || username === "" ? null : shortenUserName(username),
  });
}
