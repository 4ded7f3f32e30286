/** Display names of what a set-up makes. */
export type ObjectNames = {
  readonly client: string;
  readonly loginApi: string;
  readonly checkApi: string;
  readonly placeholder: string;
  readonly policy: string;
  readonly homeRealmPolicy: string;
};

/** The names that begin with what the admin chose, `Jamf Connect` say. */
export function objectNames(name: string): ObjectNames {
  return {
    client: `${name} login client`,
    loginApi: `${name} login API`,
    checkApi: `${name} check API`,
    placeholder: `${name} placeholder`,
    policy: `${name} MFA`,
    homeRealmPolicy: `${name} cloud passwords`,
  };
}
