export const staffProfile = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.contoso.keys</string><key>PayloadUUID</key><string>7E6B1D1E-5E46-4C55-8F0B-6A1E2B8D3C11</string>
<key>PayloadDisplayName</key><string>Contoso staff</string><key>PayloadScope</key><string>System</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.jamf.connect.login</string><key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.contoso.keys.login</string><key>PayloadUUID</key><string>B0F7F8A3-6C3B-4B55-9F4C-0D3D53C0A4D2</string>
<key>OIDCProvider</key><string>EntraID</string>
<key>OIDCTenant</key><string>7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9</string>
<key>OIDCClientID</key><string>3f8d9c12-6a47-4e0b-9b5d-2c71e8a04f36</string>
<key>OIDCROPGID</key><string>3f8d9c12-6a47-4e0b-9b5d-2c71e8a04f36</string>
<key>OIDCClientSecret</key><string>canary-of-the-file</string>
<key>HelpURL</key><string>https://help.contoso.example/mac </string>
<key>OIDCNewPassword</key><string>true</string>
<key>Own\u202ename &lt;b&gt;</key><string>&lt;img src=x&gt;</string>
</dict><dict>
<key>PayloadType</key><string>com.jamf.connect</string><key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.contoso.keys.menu</string><key>PayloadUUID</key><string>0E7F1E06-35A6-4B57-8D26-1F9E2B6B7A55</string>
<key>IdPSettings</key><dict><key>Provider</key><string>EntraID</string>
<key>TenantID</key><string>7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9</string>
<key>ROPGID</key><string>3f8d9c12-6a47-4e0b-9b5d-2c71e8a04f36</string></dict>
<key>TemporaryUserPermissions</key><dict><key>UserPromotionRole</key><array>
<dict><key>Name</key><string>MacAdmin</string><key>Duration</key><integer>60</integer></dict>
<dict><key>Name</key><string>Helpdesk</string><key>Duration</key><integer>30</integer></dict>
</array></dict>
</dict></array></dict></plist>`;

/** A profile with a secret, an array of dictionaries, and what cannot be seen in a name and in a value. */
export const staffFile = {
  name: "staff.mobileconfig",
  mimeType: "application/xml",
  buffer: Buffer.from(staffProfile),
};
