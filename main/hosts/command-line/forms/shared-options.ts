import type { CommandOption, CommandOptions } from "../command.ts";

/** Where the result goes. */
export const out: CommandOption = { type: "string", value: "OUT", description: "File to write", short: "o" };

/** Which provider is asked, and as which Jamf Connect. */
export const provider: CommandOptions = {
  profile: { type: "string", value: "FILE", description: "Profile to test" },
  authority: {
    type: "string",
    value: "URL",
    description: "Use this scheme, host and tenant in place of Entra's",
  },
  "jamf-connect": {
    type: "string",
    value: "VERSION",
    description: "Version of Jamf Connect to act as, for example 2.45",
  },
  "allow-host": {
    type: "string",
    value: "HOST",
    description: "Host that may get the password although it is not known; can be repeated",
    multiple: true,
  },
};

/** What a prediction knows of the tenant and the person. */
export const tenant: CommandOptions = {
  context: {
    type: "string",
    value: "FILE",
    description: "What is known of person, device and place, as JSON",
  },
  "baseline-scopes": {
    type: "string",
    value: "enforced|legacy|APPID",
    description: "How Entra treats the basic scopes; enforced if left out",
  },
};
