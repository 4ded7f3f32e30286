const guid = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Like the policies people publish: most for everybody with a few exclusions, some narrow, every condition in use. */
export function policy(index) {
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
