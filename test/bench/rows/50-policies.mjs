import { importBundled } from "../support/bundle.mjs";
import { policy } from "../support/policies.mjs";
import { median } from "../support/timing.mjs";

/**
 * The whole answer: 500 different policies for both sign-ins, under the tenant's baseline-scope setting and the other
 * one, with every sentence, the recipe and the findings. Reading the export is not in it: that happens once.
 */
export const row = {
  what: "Conditional Access, 500 policies × 2 sign-ins, the whole answer",
  aim: { ms: 20 },
  measure: async () => {
    const product = await importBundled("main/core/conditional-access/index.ts");
    const read = product.readPoliciesFromJson(
      Array.from({ length: 500 }, (_, index) => policy(index)),
      { fileName: null },
    );
    const login = signIn("login-window", "interactive", ["browser", "mobileappsanddesktopclients"], true);
    const check = signIn("password-check", "password", ["mobileappsanddesktopclients"], false);
    const context = product.readContextFromJson({
      user: "u1",
      groups: ["g3"],
      risk: "low",
      location: { country: "NL" },
    });
    const times = [];
    for (let round = 0; round < 40; round += 1) {
      const start = performance.now();
      const answer = product.explainConditionalAccess({
        policies: read.value.policies,
        login,
        check,
        facts: context.value.facts,
        baselineScopes: "enforced",
        macs: 100,
        checkMinutes: 15,
        inputFindings: [],
      });
      times.push(performance.now() - start);
      if (answer.signIns[1].policies.length !== 500) throw new Error("policies are missing from the answer");
    }
    return { ours: median(times.slice(10)) };
  },
};

function signIn(id, grant, clientAppTypes, showsDevice) {
  return {
    id,
    clientId: "client",
    confidential: false,
    grant,
    scopes: ["openid", "profile", "email"],
    resource: null,
    clientAppTypes,
    platforms: grant === "password" ? ["macos", null] : ["macos"],
    showsDevice,
  };
}
