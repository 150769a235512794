// Scripts for other interpreters are files of their own; bundles need them as text, in a module beside each.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const MACHINE = fileURLToPath(new URL('../shared/machine', import.meta.url));
const SCRIPT = /\.(ps1|jxa\.js)$/;

/** Every script of ours, and the module that holds it as text. */
export async function embedded() {
  const scripts = readdirSync(MACHINE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    SCRIPT.test(name),
  );
  return Promise.all(
    scripts.map(async (name) => {
      const text = readFileSync(path.join(MACHINE, name), 'utf8');
      const file = path.join(MACHINE, `${name}.ts`);
      const module = `/** The text of ${path.basename(name)}: \`npm run embed\` writes this file. */\nexport default ${JSON.stringify(text)};\n`;
      const options = await resolveConfig(file);
      return { file, module: await format(module, { ...options, filepath: file }) };
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const { file, module } of await embedded()) writeFileSync(file, module);
