import type { MatrixInput } from "../../../preload/contract.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { noDocument } from "../document/open-document.ts";
import type { MatrixQuestion } from "../policies/policies.ts";
import type { SessionServices } from "../session-services.ts";

/** What a page asks about policies and the open profile; null without policies. Problems: those of the profile's settings. */
export async function matrixQuestion(
  { document, policies, practice }: Pick<SessionServices, "document" | "policies" | "practice">,
  { from, username, whatIf }: MatrixInput,
): Promise<Result<MatrixQuestion | null>> {
  const open = document();
  if (open === null) return noDocument();
  const tenant = practice.running();
  if (policies.view(tenant) === null) return succeed(null);
  const { profileSignIns } = await import("../policies/profile-sign-ins.ts");
  const signIns = profileSignIns([{ document: open.document, path: null }], from);
  return signIns.ok
    ? succeed({ signIns: signIns.value, practice: tenant, userName: username, whatIf })
    : signIns;
}
