import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encoded, minified } from '../../../../shared/machine/windows/powershell/minify.ts';
import text from '../../../../shared/machine/windows/powershell/script.ps1.ts';
import { faultsOf } from './style.ts';
import { nodesOf } from './syntax.mjs';

const nodes = nodesOf(text);

describe('script.ps1', () => {
  it('is embedded as it stands in its file, in ASCII', () => {
    const file = 'shared/machine/windows/powershell/script.ps1';
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(text).toMatch(/^[\n -~]+$/);
  });

  it('is PowerShell by its grammar, which knows a script that is not', () => {
    expect(nodes.filter(({ isFault }) => isFault)).toEqual([]);
    for (const torn of [text.slice(0, -1_200), `${text}\n}`, text.replace('try {', 'try')])
      expect(nodesOf(torn).some(({ isFault }) => isFault)).toBe(true);
  });

  it('fits into one command line of Windows', () => {
    expect(encoded(text).length).toBeLessThan(32_000);
  });

  it('says without its comments and indentation just what it says with them', () => {
    const leaves = (script: string): readonly string[] =>
      nodesOf(script).flatMap(({ type, isLeaf, text: leaf }) =>
        isLeaf && type !== 'comment' && leaf.trim() !== '' ? [leaf] : [],
      );
    expect(leaves(minified(text))).toEqual(leaves(text));
    expect(text).not.toMatch(/@['"]\s*$/m);
  });

  it('runs nothing that it reads, starts nobody and loads nothing but four assemblies', () => {
    expect(faultsOf(nodes)).toEqual([]);
  });

  it.each([
    'Invoke-Expression $request.text',
    'iex $request.text',
    '& $request.program',
    '. $request.file',
    'Start-Process calc',
    'Invoke-WebRequest https://example.org',
    "Add-Type -TypeDefinition 'class A {}'",
    "Add-Type -MemberDefinition 'x' -Name 'y'",
    'Add-Type -AssemblyName System.Net.Http',
    'New-Object Net.WebClient',
    'New-Object $request.type',
    '[Diagnostics.Process]::Start($request.program)',
    '[ScriptBlock]::Create($request.text)',
    '$answer = "Get-Process $($request.name)"',
    '$answer = "name = $name"',
    '$request.$name',
    '[Windows.Forms.SendKeys]::SendWait($request.keys)',
    '$pid = 4',
  ])('is guarded: "%s" would be found', (line) => {
    expect(faultsOf(nodesOf(`${text}\n${line}\n`))).not.toEqual([]);
  });
});
