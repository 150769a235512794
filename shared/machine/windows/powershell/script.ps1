# One JSON request on stdin, one line of JSON on stdout, for Windows PowerShell 5.1. Both are ASCII, so
# that no code page of a console can change them. Nothing that is read here is ever run.
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
Set-StrictMode -Version 2.0

# CIM tells microseconds, the kernel 100 ns: both are cut to microseconds, to compare equal.
function Get-Stamp($date) {
  $ticks = $date.ToFileTimeUtc()
  return [string]($ticks - $ticks % 10)
}

function Get-Seen($filter) {
  $properties = 'Handle', 'ProcessId', 'ParentProcessId', 'SessionId', 'Name', 'ExecutablePath', 'CommandLine', 'CreationDate'
  if ($null -eq $filter) { return Get-CimInstance -ClassName Win32_Process -Property $properties }
  return Get-CimInstance -ClassName Win32_Process -Property $properties -Filter $filter
}

# Empty where the token may not be opened: somebody else's, or started as administrator.
function Get-Owner($seen) {
  try { $told = Invoke-CimMethod -InputObject $seen -MethodName GetOwnerSid } catch { return '' }
  if ($told.ReturnValue -eq 0) { return [string]$told.Sid }
  return ''
}

# From the process itself where it matters and is allowed: that takes a handle for each.
function Get-Began($seen, $exact) {
  $began = $null
  if ($exact) { try { $began = [Diagnostics.Process]::GetProcessById([int]$seen.ProcessId).StartTime } catch { $began = $null } }
  if ($null -eq $began) { $began = $seen.CreationDate }
  if ($null -eq $began) { return '' }
  return Get-Stamp $began
}

# The process with this pid, start time and owner, held open so that nobody else can get its pid.
function Open-Same($who) {
  try { $found = [Diagnostics.Process]::GetProcessById([int]$who.pid) }
  catch [ArgumentException] { return @{ state = 'gone' } }
  $began = $null
  try {
    $null = $found.Handle
    $began = $found.StartTime
  } catch { $began = $null }
  $seen = @(Get-Seen ('ProcessId = {0}' -f [int]$who.pid))
  if ($seen.Count -eq 0) { return @{ state = 'gone' } }
  if ($null -eq $began) {
    if ((Get-Stamp $seen[0].CreationDate) -ne $who.start) { return @{ state = 'gone' } }
    return @{ state = 'denied' }
  }
  $owner = Get-Owner $seen[0]
  if ($found.HasExited -or (Get-Stamp $began) -ne $who.start) { return @{ state = 'gone' } }
  if ($owner -ne '' -and $owner -ne $who.owner) { return @{ state = 'gone' } }
  return @{ state = 'same'; process = $found }
}

function Test-Wanted($seen, $request) {
  if ($request.names -contains $seen.Name) { return $true }
  if ($null -eq $seen.ExecutablePath) { return $false }
  $path = $seen.ExecutablePath.Replace('\', '/')
  foreach ($like in $request.likes) { if ($path -like $like) { return $true } }
  return $false
}

function Import-Automation {
  Add-Type -AssemblyName UIAutomationClient
  Add-Type -AssemblyName UIAutomationTypes
  $script:ui = [Windows.Automation.AutomationElement]
  $script:type = [Windows.Automation.ControlType]
}
function New-Match($property, $value) {
  return New-Object Windows.Automation.PropertyCondition $property, $value
}
function Find-Child($element, $condition) { return $element.FindAll('Children', $condition) }
function Find-Below($element, $condition) { return $element.FindAll('Descendants', $condition) }
function Find-Class($class) { return Find-Child $ui::RootElement (New-Match $ui::ClassNameProperty $class) }
function Invoke-Press($element) { $element.GetCurrentPattern([Windows.Automation.InvokePattern]::Pattern).Invoke() }

# Invisible windows are no part of the desktop's tree.
function Get-Window($pids, $classes) {
  foreach ($element in @(Find-Child $ui::RootElement ([Windows.Automation.Condition]::TrueCondition))) {
    try {
      $now = $element.Current
      if ($pids -contains $now.ProcessId -or $classes -ccontains $now.ClassName) {
        @{ id = [string]$now.NativeWindowHandle; title = [string]$now.Name; pid = $now.ProcessId; class = [string]$now.ClassName }
      }
    } catch [Windows.Automation.ElementNotAvailableException] { continue }
  }
}

function Get-Bar {
  foreach ($class in 'Shell_TrayWnd', 'Shell_SecondaryTrayWnd', 'NotifyIconOverflowWindow', 'TopLevelWindowForOverflowXamlIsland') { Find-Class $class }
}

# Buttons of XAML since Windows 11 22H2, of a toolbar before.
function Get-Icon {
  foreach ($bar in @(Get-Bar)) {
    Find-Below $bar (New-Match $ui::AutomationIdProperty 'NotifyItemIcon')
    foreach ($tools in @(Find-Below $bar (New-Match $ui::ClassNameProperty 'ToolbarWindow32'))) {
      Find-Child $tools (New-Match $ui::ControlTypeProperty $type::Button)
    }
  }
}

# The arrow before the icons that are not shown.
function Get-Arrow {
  foreach ($bar in @(Find-Class 'Shell_TrayWnd')) {
    Find-Below $bar (New-Match $ui::AutomationIdProperty 'SystemTrayIcon')
    foreach ($tray in @(Find-Child $bar (New-Match $ui::ClassNameProperty 'TrayNotifyWnd'))) { Find-Child $tray (New-Match $ui::ClassNameProperty 'Button') }
  }
}

# A glyph or a space may stand before the name.
function Get-Name($element) {
  return ([string]$element.Current.Name -replace '[\uE000-\uF8FF]', '').Trim()
}

function Get-Tray {
  if (@(Find-Class 'Shell_TrayWnd').Count -eq 0) { return @{ found = $false; hidden = $false; names = @() } }
  $names = @(foreach ($icon in @(Get-Icon)) { [string]$icon.Current.Name })
  $open = @(Find-Class 'TopLevelWindowForOverflowXamlIsland').Count + @(Find-Class 'NotifyIconOverflowWindow').Count
  return @{ found = $true; hidden = ($open -eq 0 -and @(Get-Arrow).Count -gt 0); names = $names }
}

function Find-Icon($names) {
  foreach ($icon in @(Get-Icon)) { if ($names -ccontains (Get-Name $icon)) { return $icon } }
  return $null
}

# Menus are top-level windows of the client itself: an entry of anybody else is not looked at.
function Find-Item($pids, $labels, $seen) {
  foreach ($one in $pids) {
    foreach ($window in @(Find-Child $ui::RootElement (New-Match $ui::ProcessIdProperty ([int]$one)))) {
      foreach ($item in @(Find-Below $window (New-Match $ui::ControlTypeProperty $type::MenuItem))) {
        $name = (Get-Name $item).Split("`t")[0].TrimEnd()
        if ($labels -ccontains $name -and $item.Current.IsEnabled) { return $item }
        if (-not $seen.Contains($name)) { $seen.Add($name) }
      }
    }
  }
  return $null
}

function Get-Asked($request) {
  $same = @(foreach ($who in $request.processes) { if ((Open-Same $who).state -ne 'gone') { $who.pid } })
  if ($same.Count -eq 0) { return @{ step = 'already'; seen = @() } }
  Import-Automation
  Add-Type -AssemblyName System.Windows.Forms
  if (@(Find-Class 'Shell_TrayWnd').Count -eq 0) { return @{ step = 'no-tray'; seen = @() } }
  $icon = Find-Icon $request.names
  if ($null -eq $icon) {
    foreach ($arrow in @(Get-Arrow)) { Invoke-Press $arrow }
    for ($turn = 0; $turn -lt 20 -and $null -eq $icon; $turn++) {
      Start-Sleep -Milliseconds 50
      $icon = Find-Icon $request.names
    }
  }
  if ($null -eq $icon) { return @{ step = 'no-icon'; seen = @(foreach ($one in @(Get-Icon)) { Get-Name $one }) } }
  $icon.SetFocus()
  # A key goes to whoever has the focus, so it is sent to nobody else.
  if (-not $ui::FocusedElement.Equals($icon)) { return @{ step = 'no-menu'; seen = @() } }
  [Windows.Forms.SendKeys]::SendWait('+{F10}')
  $seen = New-Object 'Collections.Generic.List[string]'
  $item = $null
  for ($turn = 0; $turn -lt 40 -and $null -eq $item; $turn++) {
    Start-Sleep -Milliseconds 50
    $item = Find-Item $same $request.labels $seen
  }
  if ($null -eq $item) {
    # Only a menu of this client takes it: without one it would go to whatever the person works in.
    if ($same -contains $ui::FocusedElement.Current.ProcessId) { [Windows.Forms.SendKeys]::SendWait('{ESC}') }
    if ($seen.Count -eq 0) { return @{ step = 'no-menu'; seen = @() } }
    return @{ step = 'no-item'; seen = $seen.ToArray() }
  }
  $label = Get-Name $item
  # A client that leaves at once does not answer any more.
  try { Invoke-Press $item } catch [Windows.Automation.ElementNotAvailableException] { $item = $null }
  return @{ step = 'pressed'; seen = @($label) }
}

function Get-Look($request) {
  $all = @(Get-Seen $null)
  $wanted = New-Object 'Collections.Generic.List[int]'
  $processes = @(foreach ($one in $all) {
      $is = Test-Wanted $one $request
      if ($is) { $wanted.Add([int]$one.ProcessId) }
      @{
        pid = [int]$one.ProcessId; parent = [int]$one.ParentProcessId; session = [int]$one.SessionId
        name = [string]$one.Name; exe = [string]$one.ExecutablePath; start = Get-Began $one $is
        args = $(if ($is) { [string]$one.CommandLine } else { '' }); owner = $(if ($is) { Get-Owner $one } else { '' })
      }
    })
  $tray = @{ error = 'not-looked' }
  $windows = @{ error = 'not-looked' }
  if ($request.tray) { try { Import-Automation; $tray = Get-Tray } catch { $tray = @{ error = $_.Exception.Message } } }
  if ($request.windows) {
    try { Import-Automation; $windows = @{ list = @(Get-Window $wanted $request.classes) } } catch { $windows = @{ error = $_.Exception.Message } }
  }
  return @{
    me = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    session = [Diagnostics.Process]::GetCurrentProcess().SessionId
    processes = $processes; tray = $tray; windows = $windows
    installs = @(foreach ($one in $request.installs) { try { Get-Value $one } catch { @{ found = $false; value = '' } } })
  }
}

function Stop-One($who) {
  $open = Open-Same $who
  if ($open.state -ne 'same') { return @{ state = $open.state; detail = '' } }
  try { $open.process.Kill() }
  catch [InvalidOperationException] { return @{ state = 'gone'; detail = '' } }
  catch [ComponentModel.Win32Exception] {
    if ($_.Exception.GetBaseException().NativeErrorCode -eq 5) { return @{ state = 'denied'; detail = '' } }
    return @{ state = 'failed'; detail = $_.Exception.Message }
  }
  return @{ state = 'ended'; detail = '' }
}

function Get-Left($request) {
  $until = [DateTime]::UtcNow.AddMilliseconds($request.forMs)
  $open = @(foreach ($who in $request.processes) { @{ who = $who; held = Open-Same $who } })
  foreach ($one in $open) {
    if ($one.held.state -eq 'same') {
      $rest = [int][Math]::Max(0, ($until - [DateTime]::UtcNow).TotalMilliseconds)
      $null = $one.held.process.WaitForExit($rest)
    }
  }
  return @(foreach ($one in $open) {
      if ($one.held.state -eq 'same') { if (-not $one.held.process.HasExited) { [int]$one.who.pid } }
      elseif ($one.held.state -eq 'denied' -and (Open-Same $one.who).state -ne 'gone') { [int]$one.who.pid }
    })
}

function Get-Memory($who) {
  $open = Open-Same $who
  if ($open.state -eq 'same') { return @{ state = 'same'; bytes = [string]$open.process.WorkingSet64 } }
  return @{ state = $open.state; bytes = '0' }
}

function Close-One($request) {
  Import-Automation
  try { $element = $ui::FromHandle([IntPtr][long]$request.id) }
  catch [Windows.Automation.ElementNotAvailableException] { return @{ state = 'gone' } }
  if ($element.Current.ProcessId -ne $request.pid) { return @{ state = 'gone' } }
  $owner = [Diagnostics.Process]::GetProcessById([int]$request.pid)
  if ([string]$owner.MainWindowHandle -eq $request.id -and $owner.CloseMainWindow()) { return @{ state = 'closed' } }
  $element.GetCurrentPattern([Windows.Automation.WindowPattern]::Pattern).Close()
  return @{ state = 'closed' }
}

function Get-Value($one) {
  # Null where there is no such key, and where there is no such value.
  $value = [Microsoft.Win32.Registry]::GetValue($one.key, $one.value, $null)
  return @{ found = ($null -ne $value); value = [string]$value }
}

function Move-ToBin($path) {
  $full = $path.Replace('/', '\')
  $bin = 'OnlyErrorDialogs', 'SendToRecycleBin', 'ThrowException'
  $files = [Microsoft.VisualBasic.FileIO.FileSystem]
  try {
    if ([IO.Directory]::Exists($full)) { $files::DeleteDirectory($full, $bin[0], $bin[1], $bin[2]) }
    else { $files::DeleteFile($full, $bin[0], $bin[1], $bin[2]) }
    return @{ state = 'moved'; detail = '' }
  }
  catch [UnauthorizedAccessException] { return @{ state = 'denied'; detail = $_.Exception.Message } }
  catch { return @{ state = 'failed'; detail = $_.Exception.Message } }
}

function Get-Answer($request) {
  switch ($request.verb) {
    'look' { return Get-Look $request }
    'ask' { return Get-Asked $request }
    'close' { return Close-One $request }
    'end' { return @{ results = @(foreach ($who in $request.processes) { Stop-One $who }) } }
    'wait' { return @{ left = @(Get-Left $request) } }
    'memory' { return @{ results = @(foreach ($who in $request.processes) { Get-Memory $who }) } }
    'registry' { return @{ results = @(foreach ($one in $request.values) { Get-Value $one }) } }
    'drives' {
      # What has no letter is a folder's; 3 is fixed.
      return @{ results = @(foreach ($one in Get-CimInstance Win32_Volume) { @{ letter = [string]$one.DriveLetter; fixed = ($one.DriveType -eq 3); id = [string]$one.DeviceID } }) }
    }
    'trash' {
      Add-Type -AssemblyName Microsoft.VisualBasic
      return @{ results = @(foreach ($path in $request.paths) { Move-ToBin $path }) }
    }
    'examine' {
      $all = @(Get-Seen $null)
      $tray = @{ error = '' }
      try { Import-Automation; $tray = Get-Tray } catch { $tray = @{ error = $_.Exception.Message } }
      return @{ version = [string]$PSVersionTable.PSVersion; processes = $all.Count; hidden = @($all | Where-Object { $null -eq $_.ExecutablePath }).Count; tray = $tray }
    }
  }
  throw 'no such verb'
}

try {
  $answer = Get-Answer (ConvertFrom-Json -InputObject (@($input) -join "`n"))
  $answer.ok = $true
} catch { $answer = @{ ok = $false; detail = $_.Exception.Message } }
$line = ConvertTo-Json -InputObject $answer -Compress -Depth 6
$line = [regex]::Replace($line, '[^\x20-\x7e]', { param($found) '\u{0:x4}' -f [int][char]$found.Value })
[Console]::Out.WriteLine($line)
