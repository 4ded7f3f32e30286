/**
 * Wrong passwords after which Entra locks an account, by default and in Azure US Government
 * (https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout).
 */
export const smartLockout = { usual: 10, government: 3 } as const;
