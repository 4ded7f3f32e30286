/** The ways to set up Jamf Connect with Conditional Access, by the names that `setup` and the scenarios use. */
export type RecipeName =
  | "per-user-mfa"
  | "simple"
  | "custom-scope-2023"
  | "api-excluded"
  | "two-apis"
  | "placeholder"
  | "none";
