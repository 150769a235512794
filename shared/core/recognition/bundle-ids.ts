import { editionsOn, type Client } from '../client.ts';
import type { Platform } from '../model.ts';

/**
 * A web page that a browser shows as an application has an id below the browser's: `<browser>.app.<32 letters>`
 * (Chromium, web_app_shortcut_mac.mm), `com.apple.Safari.WebApp.<UUID>` (macOS 14).
 */
const WEB_PAGE = /^com\.apple\.Safari\.WebApp\.|\.app\.[a-p]{32}$/i;

export const isWebPage = (bundleId: string | undefined): boolean =>
  bundleId !== undefined && WEB_PAGE.test(bundleId);

/** Whether a bundle id is one of a client's: its own, that of a part (`.helper`), or that of a clone (`2`, `.clone1`). */
export type BundleIdTest = (bundleId: string) => boolean;

export function bundleIdTest(client: Client, platform: Platform): BundleIdTest {
  const ids = editionsOn(client, platform).flatMap(({ bundleIds }) => bundleIds);
  const exact = ids.map((id) => id.toLowerCase());
  return (bundleId) => {
    const asked = bundleId.toLowerCase();
    return exact.some(
      (id) => asked === id || (asked.startsWith(id) && /^[-._\d]/.test(asked.slice(id.length))),
    );
  };
}
