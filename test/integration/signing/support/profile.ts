/** A small profile of ours, with characters that break tools which turn bytes into text and back. */
export const profileXml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadContent</key><array><dict>
<key>OIDCProvider</key><string>EntraID</string>
<key>OIDCClientID</key><string>11111111-2222-3333-4444-555555555555</string>
<key>PayloadType</key><string>com.jamf.connect.login</string>
<key>PayloadIdentifier</key><string>com.contoso.login</string>
<key>PayloadUUID</key><string>0C6F2B1A-6D57-4B58-8D2C-0B8A9B1F6A10</string>
<key>PayloadVersion</key><integer>1</integer>
</dict></array>
<key>PayloadDisplayName</key><string>Anmeldung für Zürich – 東京 &amp; R</string>
<key>PayloadIdentifier</key><string>com.contoso.profile</string>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadUUID</key><string>5B7A0F6C-2C5A-4E0E-9C63-7C1C8B9D0E21</string>
<key>PayloadVersion</key><integer>1</integer>
</dict></plist>
`;

export const profileBytes = new TextEncoder().encode(profileXml);
