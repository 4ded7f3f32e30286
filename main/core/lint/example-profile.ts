import type { ExampleSettings } from "./rule.ts";

/** The head of a profile that is in order, for examples about the structure. */
export const exampleHead = {
  PayloadType: "Configuration",
  PayloadIdentifier: "com.example.jamf-connect",
  PayloadUUID: exampleUuid(0),
  PayloadVersion: 1,
  PayloadDisplayName: "Jamf Connect",
  PayloadScope: "System",
};

/** The head of a payload that is in order. */
export function examplePayload(type: string, number = 1): ExampleSettings {
  return {
    PayloadType: type,
    PayloadIdentifier: `com.example.jamf-connect.${number}`,
    PayloadUUID: exampleUuid(number),
    PayloadVersion: 1,
  };
}

/** An id that belongs to nobody. */
export function exampleUuid(number: number): string {
  return `5D0C7C6A-1E2F-4B3A-9C4D-00000000000${number}`;
}
