/** Words that Microsoft Graph itself writes in the lists of a policy, beside ids. */

export const USER_WORD = /^(?:all|none|guestsorexternalusers)$/iu;
export const APPLICATION_WORD = /^(?:all|none|office365|microsoftadminportals|allagentidresources)$/iu;
export const LOCATION_WORD = /^(?:all|alltrusted)$/iu;
export const PLATFORM_WORD = /^(?:all|android|ios|windows|windowsphone|macos|linux)$/iu;
export const CLIENT_APP_WORD =
  /^(?:all|browser|mobileappsanddesktopclients|exchangeactivesync|eassupported|other)$/iu;
export const RISK_WORD = /^(?:none|low|medium|high|hidden|minor|moderate|elevated)(?:,\w+)*$/iu;
export const CONTROL_WORD =
  /^(?:block|mfa|compliantdevice|domainjoineddevice|approvedapplication|compliantapplication|passwordchange|riskremediation)$/iu;
/** `password,sms`: names of methods have no blanks. */
export const COMBINATION_WORD = /^[a-z0-9]+(?:,[a-z0-9]+)*$/iu;
export const USER_ACTION_WORD = /^urn:user:[a-z]+$/iu;
export const CONTEXT_WORD = /^c\d{1,2}$/iu;
export const TRANSFER_WORD = /^[a-z]+(?:,[a-z]+)*$/iu;
/** Lists of ids and of names that people gave: only ids are told apart. */
export const NO_WORD = /(?!)/u;
