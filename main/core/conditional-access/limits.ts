/**
 * Most bytes of policies that are read together. A tenant holds at most a few hundred policies of some kilobytes; all
 * published exports together are a tenth of this.
 */
export const maximumPolicyBytes = 16 * 1024 * 1024;

/**
 * Most values (objects, lists, texts, numbers) that a file of policies may hold. Policies have one for every 25 to 50
 * bytes, so that an export of the allowed size has no more; a file of empty objects has one for every three.
 */
export const maximumPolicyValues = 750_000;

/**
 * Most policies that are weighed together: each is explained for both sign-ins. A tenant holds a few hundred, so the
 * exports of many tenants in one folder stay below.
 */
export const maximumPolicies = 10_000;

/** Deepest nesting of a policy file. Policies have ten levels, scripts that export them add two or three. */
export const maximumPolicyDepth = 100;

/** Largest file that says what is known about a sign-in. */
export const maximumContextBytes = 1024 * 1024;

/** Most groups, apps and other objects that give their names to the ids of policies. */
export const maximumTenantObjects = 50_000;
