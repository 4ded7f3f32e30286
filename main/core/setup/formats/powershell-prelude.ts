/**
 * The functions of every script for Microsoft Graph PowerShell. Everything goes through `Invoke-MgGraphRequest`, so that only the module
 * for signing in is needed. PowerShell 7 reads a script without a byte order mark as UTF-8; the one of Windows does not.
 */
export const powershellFunctions = `function Stop-Setup([string]$Why) {
  if ($script:number -gt 0) { Write-Host "Stopped at step $($script:number): $($script:title)" }
  Write-Host $Why
  if ($script:made) { Write-Host 'What was made so far stays. Run the script again to go on, or the undo script to go back.' }
  exit 1
}

function Start-Step([int]$Number, [string]$Title, [string]$Role) {
  $script:number = $Number
  $script:title = $Title
  $script:role = $Role
  Write-Host ''
  Write-Host "$Number. $Title"
}

function Invoke-Graph([string]$Method, [string]$Url, $Body) {
  $call = @{ Method = $Method; Uri = 'https://graph.microsoft.com' + $Url; OutputType = 'HashTable' }
  if ($null -ne $Body) {
    $call['Body'] = ConvertTo-Json -InputObject $Body -Depth 20 -Compress
    $call['ContentType'] = 'application/json; charset=utf-8'
  }
  if ($Url.Contains('&$count=true')) { $call['Headers'] = @{ ConsistencyLevel = 'eventual' } }
  return Invoke-MgGraphRequest @call
}

function Stop-Refused($Reason) {
  Write-Host "Microsoft Graph answered: $Reason"
  Stop-Setup "This needs the role $($script:role) and consent to the permissions above. A licence may be missing: Conditional Access needs Entra ID P1, policies on risk P2. Leave out what the tenant has no licence for, such as --with security-attribute."
}

function Test-Marked($Object, [string]$Member, [string]$Mark) {
  if ($Member -eq '') { return $true }
  return @($Object[$Member]) -ccontains $Mark
}

# The one object with the mark, or nothing. Stops where the name is taken.
function Find-Own([string]$Url, [string]$Member, [string]$Mark, [bool]$IsUndo) {
  try { $answer = Invoke-Graph 'GET' $Url $null } catch { Stop-Refused $_ }
  $all = @(if ($answer.ContainsKey('value')) { $answer['value'] } else { $answer })
  $own = @($all | Where-Object { Test-Marked $_ $Member $Mark })
  $others = @($all | Where-Object { -not (Test-Marked $_ $Member $Mark) })
  if ($own.Count -gt 1) {
    Stop-Setup "$($own.Count) objects that a set-up made are named $($own[0]['displayName']). Delete all but one, and run the script again."
  }
  foreach ($other in $others) {
    if (-not $IsUndo -and $own.Count -eq 0) {
      Stop-Setup "An object named $($other['displayName']) is there that no set-up made: $($other['id']). It is left alone. Rename it, or make the script with another --name."
    }
    if ($IsUndo) { Write-Host "   Left alone, because no set-up made it: $($other['displayName']) $($other['id'])" }
  }
  if ($own.Count -eq 0) { return $null }
  return $own[0]
}

# An id goes into addresses: whatever else an answer may hold is not taken.
function Read-Id($Object, [string]$Member) {
  $id = [string]$Object[$Member]
  if ($id -notmatch '^[A-Za-z0-9_.|~-]+$') { Stop-Setup 'Microsoft Graph answered without an id.' }
  return $id
}

function Confirm-Setup {
  Write-Host ''
  if ((Read-Host 'Type yes to go on') -cne 'yes') {
    Write-Host 'Nothing was changed.'
    exit 1
  }
}`;

/** What a script needs to make things and to change them back. */
export const powershellMaking = `# What was made a moment ago is not known everywhere at once, so what rests on it is tried three times.
function New-Wanted([string]$Method, [string]$Url, $Body, [bool]$RestsOnOther) {
  foreach ($try in 1..3) {
    try {
      $object = Invoke-Graph $Method $Url $Body
      $script:made = $true
      Write-Host '   Made.'
      return $object
    } catch {
      if (-not $RestsOnOther -or -not $script:made -or $try -eq 3) { Stop-Refused $_ }
      Write-Host '   Not yet. It is tried again in 10 seconds.'
      Start-Sleep -Seconds 10
    }
  }
}

function Test-Nothing($Value) {
  if ($null -eq $Value) { return $true }
  if ($Value -is [bool]) { return -not $Value }
  if ($Value -is [System.Collections.IDictionary]) {
    foreach ($inner in $Value.Values) { if (-not (Test-Nothing $inner)) { return $false } }
    return $true
  }
  if ($Value -is [System.Collections.IList]) { return $Value.Count -eq 0 }
  return $false
}

# Compares only what is wanted. Lists are the same in any order; what is absent is the same as what is empty or false.
function Test-Differs($Found, $Wanted) {
  if (Test-Nothing $Wanted) { return -not (Test-Nothing $Found) }
  if ($Wanted -is [System.Collections.IDictionary]) {
    if ($Found -isnot [System.Collections.IDictionary]) { return $true }
    foreach ($name in $Wanted.Keys) {
      if ($name -like '*@odata*') { continue }
      if (Test-Differs $Found[$name] $Wanted[$name]) { return $true }
    }
    return $false
  }
  if ($Wanted -is [System.Collections.IList]) {
    if ($Found -isnot [System.Collections.IList]) { return $true }
    foreach ($item in $Wanted) { if (-not (Test-Same $Found $item $false)) { return $true } }
    foreach ($item in $Found) { if (-not (Test-Same $Wanted $item $true)) { return $true } }
    return $false
  }
  if ($Found -is [System.Collections.IList]) { return $true }
  return $Found -cne $Wanted
}

# Whether a list has such an item; in the list of what is wanted when the item is one that was found.
function Test-Same($List, $Item, [bool]$IsFound) {
  foreach ($each in $List) {
    $differs = if ($IsFound) { Test-Differs $Item $each } else { Test-Differs $each $Item }
    if (-not $differs) { return $true }
  }
  return $false
}

function Set-Different($Found, [string]$Method, [string]$Url, $Body) {
  if (-not (Test-Differs $Found $Body)) {
    Write-Host '   There already.'
    return
  }
  try { $null = Invoke-Graph $Method $Url $Body } catch { Stop-Refused $_ }
  $script:made = $true
  Write-Host '   Changed back.'
}`;

/** What a script needs to take things away. */
export const powershellRemoving = `function Remove-Own([string]$Method, [string]$Url) {
  try { $null = Invoke-Graph $Method $Url $null } catch { Stop-Refused $_ }
  $script:made = $true
  Write-Host '   Removed.'
}`;
