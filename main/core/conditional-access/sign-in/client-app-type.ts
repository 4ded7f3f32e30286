/** `clientAppTypes` of a policy that a sign-in can match, lower-cased. */
export type ClientAppType = "browser" | "mobileappsanddesktopclients" | "exchangeactivesync" | "other";
