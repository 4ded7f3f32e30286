import type { RuleFilter } from "../policy.ts";
import { evaluateRule } from "../rule/evaluate.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { not } from "../tri.ts";
import { type Judgement, judgement } from "./judgement.ts";

/**
 * The filter for devices. The password check carries no device identity, so that its device counts as unregistered:
 * all attributes null, positive comparisons never match, negative ones always do.
 *
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices
 */
export function judgeDeviceFilter(
  filter: RuleFilter | null,
  signIn: SignIn,
  facts: SignInContext,
): Judgement | null {
  if (filter === null) return null;
  const { tree } = filter.rule;
  if (!tree.ok) {
    const text = (): string => `The device filter cannot be read. ${tree.problem.detail}`;
    return judgement("invalidCondition", "depends", text, ["device filter that cannot be read"], "inferred");
  }
  if (filter.mode === null) {
    return judgement(
      "invalidCondition",
      "depends",
      () => "The device filter has no mode.",
      ["mode of the device filter"],
      "inferred",
    );
  }
  const device = signIn.showsDevice ? facts.device : null;
  const matches = evaluateRule(tree.value, (attribute) => {
    if (!attribute.startsWith("device.") || device === undefined) return undefined;
    return device === null ? null : device.get(attribute.slice("device.".length));
  });
  const outcome = filter.mode === "include" ? matches : not(matches);
  const text = (): string => `The policy ${filter.mode}s devices with ${filter.rule.text}; ${seen(device)}.`;
  return judgement("devices", outcome, text, ["device"], signIn.showsDevice ? "documented" : "inferred");
}

function seen(device: SignInContext["device"]): string {
  if (device === undefined) return "the device is not given";
  return device === null ? "the sign-in shows no registered device" : "the device is given";
}
