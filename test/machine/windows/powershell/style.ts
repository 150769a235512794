import type { Node } from './syntax.mjs';

/** All that the script may call, besides its own functions. */
const COMMANDS = new Set([
  ...['Get-CimInstance', 'Invoke-CimMethod', 'New-Object', 'Add-Type', 'Start-Sleep'],
  ...['ConvertFrom-Json', 'ConvertTo-Json', 'Where-Object', 'Set-StrictMode'],
]);

/** All the types that it may name. */
const TYPES =
  /^\[(string|int|long|char|object|regex|Math|IntPtr|DateTime|Console|ArgumentException|InvalidOperationException|UnauthorizedAccessException|IO\.Directory|Diagnostics\.Process|ComponentModel\.Win32Exception|Security\.Principal\.WindowsIdentity|Microsoft\.Win32\.Registry|Microsoft\.VisualBasic\.FileIO\.FileSystem|Windows\.Forms\.SendKeys|Windows\.Automation\.\w+)\]$/;

const MADE =
  /^New-Object (Object|Windows\.Automation\.PropertyCondition \$property, \$value|'Collections\.Generic\.List\[\w+\]')$/;

const LOADED =
  /^Add-Type -AssemblyName (UIAutomationClient|UIAutomationTypes|System\.Windows\.Forms|Microsoft\.VisualBasic)$/;

const KEYS = /^\[Windows\.Forms\.SendKeys\]::SendWait\('(\+\{F10\}|\{ESC\})'\)$/;

/** Variables of PowerShell itself. */
const AUTOMATIC = /^\$(pid|input|args|host|matches|error|home|this|_|psitem|true|false)$/i;

/** What a constant script that runs nothing it reads must not have, each as a sentence. */
export function faultsOf(nodes: readonly Node[]): readonly string[] {
  const own = new Set(nodes.filter(({ type }) => type === 'function_name').map(({ text }) => text));
  return nodes.flatMap(({ type, text }): readonly string[] => {
    switch (type) {
      case 'command_name':
        return COMMANDS.has(text) || own.has(text) ? [] : [`calls ${text}`];
      case 'command_invokation_operator':
        return [`runs what a value names: ${text}`];
      case 'command':
        if (text.startsWith('New-Object') && !MADE.test(text)) return [`makes ${text}`];
        return text.startsWith('Add-Type') && !LOADED.test(text) ? [`loads ${text}`] : [];
      case 'type_literal':
        return TYPES.test(text) ? [] : [`names ${text}`];
      case 'expandable_string_literal':
      case 'expandable_here_string_literal':
        return /[$]/.test(text) ? [`builds ${text}`] : [];
      case 'member_name':
        return /^[A-Za-z]\w*$/.test(text) &&
          !/^(Start|Create|InvokeScript|ExpandString)$/.test(text)
          ? []
          : [`reaches for ${text}`];
      case 'invokation_expression':
        return text.includes('SendKeys]::') && !KEYS.test(text) ? [`types ${text}`] : [];
      case 'left_assignment_expression':
        return AUTOMATIC.test(text) ? [`overwrites ${text}`] : [];
      default:
        return [];
    }
  });
}
