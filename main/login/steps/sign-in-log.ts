import type { SignInRow } from "../../core/verdict/sign-in-row.ts";
import type { LoginContext } from "../ports.ts";
import type { StepResult } from "../recorder.ts";

/** Looks for the row that this login left. A log that cannot be read takes nothing away from the login. */
export async function signInLogStep(
  findSignIn: NonNullable<LoginContext["findSignIn"]>,
  correlationId: string,
): Promise<StepResult<SignInRow | null>> {
  try {
    const row = await findSignIn(correlationId);
    return row === null
      ? {
          status: "ok",
          value: null,
          note: "The log has no row for this login yet. Entra writes it within minutes.",
        }
      : { status: "ok", value: row, note: `Authentication requirement: ${row.authenticationRequirement}.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "no reason given";
    return { status: "failed", value: null, note: `The sign-in log could not be read: ${reason}` };
  }
}
