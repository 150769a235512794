import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { DeckState, DeviceId, HostId } from '../../messages.ts';
import { type Desk, say } from '../desk.ts';
import type { Language } from '../../../src/language.ts';
import { NAMED, tagOf } from '../words.ts';
import { bubble } from './pictures.ts';

const DEVICES: readonly DeviceId[] = ['mk2', 'xl', 'plus', 'mini', 'neo', 'pedal'];
const HOSTS: readonly HostId[] = ['elgato', 'opendeck', 'old'];
/** The product's name, and which deck and host are played. */
export function header(desk: Desk): TemplateResult {
  const words = say(desk);
  const { deck, language } = desk.model;
  const [other, name] = language.startsWith('zh') ? NAMED[0] : NAMED[1];
  return html`<header>
    <h1>${bubble}<span>${words.product}</span> <span class="quiet">${words.subtitle}</span></h1>
    ${deck === undefined ? nothing : controls(desk, deck)}
    <button
      class="plain"
      type="button"
      lang=${tagOf(other)}
      @click=${() => desk.send({ do: 'language', language: other })}
    >
      ${other === 'zh_CN' ? '中文' : name}
    </button>
  </header>`;
}

function controls(desk: Desk, deck: DeckState): TemplateResult {
  const words = say(desk);
  return html`<form class="controls" @submit=${(event: Event) => event.preventDefault()}>
    <fieldset class="segments">
      <legend class="unseen">${words.device}</legend>
      ${DEVICES.map(
        (device) =>
          html`<label>
            <input
              type="radio"
              name="device"
              value=${device}
              .checked=${live(deck.device === device)}
              @change=${() => desk.send({ do: 'device', device })}
            /><span>${words.devices[device]}</span>
          </label>`,
      )}
    </fieldset>
    ${choice(
      words.host,
      HOSTS.map((host) => [host, words.hosts[host]]),
      deck.host,
      (host) => desk.send({ do: 'host', host: host as HostId }),
    )}
    ${choice(words.language, NAMED, deck.language, (language) =>
      desk.send({ do: 'language', language: language as Language }),
    )}
    <button type="button" @click=${() => desk.send({ do: 'wake' })}>${words.wake}</button>
    <p class="state" data-state=${deck.plugin.state}>
      ${words.plugin[deck.plugin.state]}
      ${deck.plugin.pid === undefined ? nothing : html`<span> · ${words.pid(deck.plugin.pid)}</span>`}
    </p>
  </form>`;
}

const choice = (
  name: string,
  options: readonly (readonly [value: string, name: string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult =>
  html`<select
    aria-label=${name}
    title=${name}
    @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
  >
    ${options.map(
      ([value, text]) =>
        html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`,
    )}
  </select>`;
