/**
 * The code that the registration page shows and asks back. Nothing is registered for good: practice keeps nothing, and
 * the next sign-in finds the account as the tenant file has it.
 */
export const PRACTICE_REGISTRATION_CODE = "246810";
