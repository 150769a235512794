import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../../../streamdeck/org.clean-exit.keys.sdPlugin/en.json' with { type: 'json' };

const html = readFileSync('streamdeck/org.clean-exit.keys.sdPlugin/ui/inspector.html', 'utf8');
const code = readdirSync('streamdeck/inspector')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`streamdeck/inspector/${name}`, 'utf8'))
  .join('\n');

const inPage = [...html.matchAll(/data-word="([^"]+)"/g)].map(([, name = '']) => name);
const inCode = [...code.matchAll(/'(inspector\.[\w.-]+)'/g)].map(([, name = '']) => name);

describe('the words of the inspector', () => {
  it('are all there where the page names them', () => {
    expect(inPage.length).toBeGreaterThan(20);
    expect(inPage.filter((name) => !Object.hasOwn(en.Localization, name))).toEqual([]);
  });

  it('are all used', () => {
    const named = new Set([...inPage, ...inCode]);
    const own = Object.keys(en.Localization).filter((name) => name.startsWith('inspector.'));
    expect(own.filter((name) => !named.has(name))).toEqual([]);
  });

  it('stand nowhere in the page itself: its own text is empty, but for languages', () => {
    const text = html.replace(/<!--.*?-->|<title>.*?<\/title>|<option .*?<\/option>/gs, '');
    expect(text.replace(/<[^>]*>/g, '').trim()).toBe('');
    expect(html).not.toMatch(/ style=| on\w+=|<style|<script(?![^>]* src=)/);
  });
});
