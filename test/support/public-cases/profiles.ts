/** Ids that stand in every profile of the cases. */
export const clientId = "6f1c0d2e-0000-4000-8000-00000000c11e";
export const tenantId = "6f1c0d2e-0000-4000-8000-0000000074e1";

/** The settings of the login window of a small sound profile, as XML. */
export const loginSettings = `<key>OIDCProvider</key><string>EntraID</string>
<key>OIDCClientID</key><string>${clientId}</string>
<key>OIDCROPGID</key><string>${clientId}</string>
<key>OIDCTenant</key><string>${tenantId}</string>
<key>OIDCNewPassword</key><false/>
<key>OIDCRedirectURI</key><string>https://127.0.0.1/jamfconnect</string>`;

/** The settings of the menu bar of the same profile. */
export const menuBarSettings = `<key>IdPSettings</key><dict>
<key>Provider</key><string>EntraID</string>
<key>ROPGID</key><string>${clientId}</string>
<key>TenantID</key><string>${tenantId}</string>
</dict>`;

/** A payload of one preference domain with these settings. */
export function payload(type: string, settings: string, number = 1): string {
  return `<dict>
<key>PayloadType</key><string>${type}</string>
<key>PayloadIdentifier</key><string>org.example.staff.${number}</string>
<key>PayloadUUID</key><string>0C0DEC00-0000-4000-8000-00000000000${number}</string>
<key>PayloadVersion</key><integer>1</integer>
${settings}
</dict>`;
}

/** A property list around these keys. */
export function plist(keys: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${keys}
</dict>
</plist>
`;
}

/** The keys at the top of a profile. */
export const profileHead = `<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>org.example.staff</string>
<key>PayloadUUID</key><string>0C0DEC00-0000-4000-8000-000000000000</string>
<key>PayloadDisplayName</key><string>Staff Macs</string>
<key>PayloadScope</key><string>System</string>`;

/** A profile with these payloads. */
export function profile(...payloads: readonly string[]): string {
  return plist(`${profileHead}
<key>PayloadContent</key>
<array>
${payloads.join("\n")}
</array>`);
}

/** The profile that most cases damage or wrap: login window and menu bar, both sound. */
export const soundProfile = profile(
  payload("com.jamf.connect.login", loginSettings, 1),
  payload("com.jamf.connect", menuBarSettings, 2),
);
