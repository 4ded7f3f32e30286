import { json } from "../server/http.ts";
import { findUser } from "../sign-in/first-factor.ts";
import type { Endpoint } from "./endpoint.ts";

/**
 * `/common/userrealm/{user}?api-version=1.0`: who checks this person's password. Microsoft's libraries ask before
 * their password call; Jamf Connect does not.
 */
export const userRealm: Endpoint = (request, practice) => {
  const name = request.segments[2] ?? "";
  const user = findUser(practice, name);
  const domain = practice.tenant().domain;
  const known = name.toLowerCase().endsWith(`@${domain.toLowerCase()}`);
  const shared = { ver: "1.0", domain_name: domain, cloud_instance_name: "microsoftonline.com" };
  if (user?.authentication === "federated") {
    return json(200, {
      ...shared,
      account_type: "Federated",
      federation_protocol: "WSTrust",
      federation_metadata_url: `https://sts.${domain}/adfs/services/trust/mex`,
      federation_active_auth_url: `https://sts.${domain}/adfs/services/trust/2005/usernamemixed`,
      cloud_audience_urn: "urn:federation:MicrosoftOnline",
    });
  }
  if (!known)
    return json(200, { ver: "1.0", account_type: "Unknown", cloud_instance_name: "microsoftonline.com" });
  return json(200, {
    ...shared,
    account_type: "Managed",
    cloud_audience_urn: "urn:federation:MicrosoftOnline",
  });
};
