import type { Collection } from "./collection.ts";
import { applications } from "./collections/applications.ts";
import { attributeDefinitions, attributeSets } from "./collections/attributes.ts";
import { authenticationStrengths } from "./collections/authentication-strengths.ts";
import { policies } from "./collections/conditional-access-policies.ts";
import { groups, organization, users } from "./collections/directory.ts";
import { homeRealmDiscoveryPolicies } from "./collections/home-realm-discovery.ts";
import { memberships } from "./collections/memberships.ts";
import { namedLocations } from "./collections/named-locations.ts";
import { permissionGrants } from "./collections/permission-grants.ts";
import { riskDetections } from "./collections/risk-detections.ts";
import { riskyUsers } from "./collections/risky-users.ts";
import { servicePrincipals } from "./collections/service-principals.ts";
import { signIns } from "./collections/sign-ins.ts";

/** Every list of the Graph part. */
export const collections: readonly Collection[] = [
  policies,
  namedLocations,
  authenticationStrengths,
  signIns,
  riskyUsers,
  riskDetections,
  applications,
  servicePrincipals,
  permissionGrants,
  attributeSets,
  attributeDefinitions,
  homeRealmDiscoveryPolicies,
  users,
  memberships,
  groups,
  organization,
];
