/** The two sign-ins as the screen names them. */
export const signInTitles = { "login-window": "Login window", "password-check": "Password check" } as const;
