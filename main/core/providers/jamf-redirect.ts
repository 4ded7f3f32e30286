/**
 * The redirect URI that Jamf recommends and uses where none is written down: nothing answers there, the login window stops and takes
 * the code (https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings).
 */
export const usualRedirectUri = "https://127.0.0.1/jamfconnect";
