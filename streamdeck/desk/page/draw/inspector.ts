import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { type Desk, say } from '../desk.ts';
import type { Inspector } from '../model.ts';

/** What a property inspector's page offers to its host. */
interface InspectorWindow {
  readonly connectElgatoStreamDeckSocket?: (...given: Inspector['arguments']) => void;
}

/** The plugin's own settings page, beside the deck. */
export function inspectorPanel(desk: Desk): TemplateResult | typeof nothing {
  const { inspector } = desk.model;
  if (inspector === undefined) return nothing;
  const words = say(desk);
  return html`<section class="panel inspector" aria-labelledby="inspector-title">
    <div class="head">
      <h2 id="inspector-title">${words.inspector}</h2>
      <button type="button" @click=${() => close(desk)}>${words.close}</button>
    </div>
    ${keyed(
      inspector,
      html`<iframe
        src=${inspector.url}
        title=${words.inspector}
        @load=${(event: Event) => connect(desk, inspector, event.currentTarget)}
      ></iframe>`,
    )}
  </section>`;
}

function close(desk: Desk): void {
  desk.send({ do: 'close-inspector' });
  desk.change({ inspector: undefined });
}

function connect(desk: Desk, inspector: Inspector, frame: EventTarget | null): void {
  const inside = (frame as HTMLIFrameElement).contentWindow as InspectorWindow | null;
  if (typeof inside?.connectElgatoStreamDeckSocket === 'function')
    inside.connectElgatoStreamDeckSocket(...inspector.arguments);
  else desk.change({ notice: say(desk).inspectorFailed });
}
