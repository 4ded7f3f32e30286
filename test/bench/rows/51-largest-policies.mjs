import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { peakIn, tellsPeak } from "../support/peak-memory.mjs";
import { commandLine, missingBuild, root, workFolder } from "../support/product.mjs";

const bytes = 16 * 1024 * 1024;
/** Aim for the whole process: megabytes of resident memory at its peak. */
const mostMemory = 800;

/** Reading, judging and printing as many policies as are accepted, in a process of its own. Misses above 800 MB too. */
export const row = {
  what: `conditional-access of the largest policies (16 MB), whole process, ≤ ${mostMemory} MB`,
  aim: { ms: 10_000 },
  missing: missingBuild,
  measure: async () => {
    const file = join(workFolder(), "policies.json");
    writeFileSync(file, policies());
    const profile = join(root, "test/fixtures/profiles/contoso.mobileconfig");
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", tellsPeak, commandLine, ...["conditional-access", file, "--profile", profile, "--json"]],
      { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" },
    );
    const ours = performance.now() - start;
    const peak = peakIn(stderr) / 1024;
    if (status !== 0 && status !== 1) throw new Error(`ended with ${status}: ${stderr.trim()}`);
    if (!(peak <= mostMemory)) throw new Error(`took ${Math.round(peak)} MB`);
    process.stderr.write(`peak memory ${Math.round(peak)} MB\n`);
    return { ours };
  },
};

/** As many policies of a common size and density as fit: 2.7 kB and a value for every 40 bytes each. */
function policies() {
  const parts = [];
  for (let size = 2, index = 0; ; index += 1) {
    const part = JSON.stringify(policy(index));
    size += part.length + 1;
    if (size > bytes) return `[${parts.join(",")}]`;
    parts.push(part);
  }
}

const guid = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const guids = (count, from) => Array.from({ length: count }, (_, index) => guid(from + index));

function policy(index) {
  return {
    id: guid(index),
    displayName: `CA${index} Require multifactor authentication for the people of a department`,
    createdDateTime: "2026-01-01T00:00:00Z",
    modifiedDateTime: null,
    state: ["enabled", "enabledForReportingButNotEnforced", "disabled"][index % 3],
    conditions: {
      clientAppTypes: ["browser", "mobileAppsAndDesktopClients"],
      applications: { includeApplications: ["All"], excludeApplications: guids(8, index) },
      users: {
        includeUsers: index % 2 === 0 ? ["All"] : [],
        includeGroups: guids(16, index * 3),
        excludeGroups: guids(8, index * 5),
        includeRoles: guids(16, 1000),
      },
      platforms: { includePlatforms: ["all"], excludePlatforms: ["windows"] },
      locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
      signInRiskLevels: index % 7 === 0 ? ["high"] : [],
      userRiskLevels: [],
    },
    grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] },
    sessionControls: { signInFrequency: { isEnabled: true, value: 12, type: "hours" } },
  };
}
