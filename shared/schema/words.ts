import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// People read these messages, and zod/mini knows none; its own `z.locales` would bring some forty languages.
z.config(en());

/** The type, with what the published JSON Schema says of it; a surface that publishes none is built without the texts. */
export const about = <T extends z.ZodMiniType>(type: T, text?: string): T =>
  text === undefined ? type : type.check(z.describe(text));
