/** A page of Jamf Connect's documentation, by the name in its address. */
export function jamfPage(name: string): string {
  return `https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/${name}`;
}
