import { importBundled } from "../support/bundle.mjs";
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

const guid = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Like the policies people publish: most for everybody with a few exclusions, some narrow, every condition in use. */
function policy(index) {
  const every = (step, value, otherwise = null) => (index % step === 0 ? value : otherwise);
  return {
    id: guid(index),
    displayName: `CA${index}`,
    state: ["enabled", "enabled", "enabledForReportingButNotEnforced", "disabled"][index % 4],
    conditions: {
      users: {
        includeUsers: every(3, ["None"], ["All"]),
        includeRoles: every(
          3,
          Array.from({ length: 40 }, (_, role) => guid(1000 + role)),
          [],
        ),
        excludeGroups: [guid(index % 7), guid(index % 11)],
      },
      applications: {
        includeApplications: every(5, ["Office365"], ["All"]),
        excludeApplications: every(2, [guid(2000 + index)], []),
        applicationFilter: every(9, {
          mode: "exclude",
          rule: 'CustomSecurityAttribute.A_B -eq "x" -or CustomSecurityAttribute.A_C -contains "y"',
        }),
      },
      clientAppTypes: every(4, ["browser", "mobileAppsAndDesktopClients"], ["all"]),
      platforms: every(6, { includePlatforms: ["all"], excludePlatforms: ["windows"] }),
      locations: every(7, { includeLocations: ["All"], excludeLocations: ["AllTrusted", guid(3000)] }),
      devices: every(8, {
        deviceFilter: {
          mode: "exclude",
          rule: 'device.isCompliant -eq True -or device.trustType -eq "ServerAD"',
        },
      }),
      signInRiskLevels: every(10, ["high"], []),
    },
    grantControls: { operator: "OR", builtInControls: every(12, ["mfa", "compliantDevice"], ["mfa"]) },
    sessionControls: every(13, { signInFrequency: { isEnabled: true, value: 12, type: "hours" } }),
  };
}
