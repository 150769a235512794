import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { type Desk, say } from '../desk.ts';
import type { Inspector } from '../model.ts';
import { closeSettings, enterSettings } from '../settings.ts';
import { placedAt } from '../slots.ts';

/** What a property inspector's page offers to its host. */
interface InspectorWindow {
  readonly connectElgatoStreamDeckSocket?: (...given: Inspector['arguments']) => void;
}

/** The plugin's own settings page, beside the deck. */
export function inspectorPanel(desk: Desk): TemplateResult | typeof nothing {
  const { inspector } = desk.model;
  if (inspector === undefined) return nothing;
  const words = say(desk);
  const title = words.inspector(inspectedName(desk));
  return html`<section class="panel inspector" aria-labelledby="inspector-title">
    <div class="head">
      <h2 id="inspector-title">${title}</h2>
      <button type="button" @click=${() => closeSettings(desk)}>
        ${words.close}<kbd>Esc</kbd>
      </button>
    </div>
    ${keyed(
      inspector,
      html`<iframe
        src=${inspector.url}
        title=${title}
        @load=${(event: Event) => connect(desk, inspector, event.currentTarget as HTMLIFrameElement)}
      ></iframe>`,
    )}
  </section>`;
}

/** The key's own name. */
const inspectedName = ({ model: { deck } }: Desk): string =>
  (deck && placedAt(deck, deck.inspecting ?? '')?.name) ?? '';

function connect(desk: Desk, inspector: Inspector, frame: HTMLIFrameElement): void {
  const inside = frame.contentWindow as InspectorWindow | null;
  if (typeof inside?.connectElgatoStreamDeckSocket === 'function')
    inside.connectElgatoStreamDeckSocket(...inspector.arguments);
  else desk.change({ notice: say(desk).inspectorFailed });
  enterSettings(desk, frame);
}
