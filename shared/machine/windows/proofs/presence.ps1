# Asks Windows Hello whether the person is there. Told by standard input: one line of JSON with the reason.
$ErrorActionPreference = 'Stop'
try {
  $told = [Console]::In.ReadLine() | ConvertFrom-Json
  Add-Type -AssemblyName System.Runtime.WindowsRuntime
  $null = [Windows.Security.Credentials.UI.UserConsentVerifier, Windows.Security.Credentials.UI, ContentType = WindowsRuntime]
  $asTask = [System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object {
    $_.Name -eq 'AsTask' -and $_.GetParameters().Count -eq 1 -and $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation`1'
  } | Select-Object -First 1
  function Wait-For($operation, $type) {
    $task = $asTask.MakeGenericMethod($type).Invoke($null, @($operation))
    if (-not $task.Wait([int]$told.waitMs)) { throw 'late' }
    "$($task.Result)"
  }
  $can = Wait-For ([Windows.Security.Credentials.UI.UserConsentVerifier]::CheckAvailabilityAsync()) ([Windows.Security.Credentials.UI.UserConsentVerifierAvailability])
  $answer = ''
  if ($can -eq 'Available') {
    $answer = Wait-For ([Windows.Security.Credentials.UI.UserConsentVerifier]::RequestVerificationAsync($told.reason)) ([Windows.Security.Credentials.UI.UserConsentVerificationResult])
  }
  [Console]::Out.WriteLine((@{ ok = $true; can = $can; answer = $answer } | ConvertTo-Json -Compress))
} catch {
  [Console]::Out.WriteLine((@{ ok = $false; detail = "$($_.Exception.Message)" } | ConvertTo-Json -Compress))
}
