import { common, type Declaring } from './declaring.ts';

/** `code enrol`, `code status`, `code rotate` and `code remove`. */
export function code(declaring: Declaring): void {
  const { say, help, context, done } = declaring;
  const top = common(declaring, 'code', say.code.help);
  top.action(async () => {
    const { showCode } = await import('../commands/code/status.ts');
    done(await showCode(await context()));
  });
  for (const kind of ['enrol', 'rotate'] as const)
    top
      .command(kind)
      .description(say.code[kind])
      .option('--label <name>', say.code.label)
      .action(async (options: { label?: string }) => {
        const { enrol } = await import('../commands/code/enrol.ts');
        done(await enrol(await context(), kind, options));
      });
  top
    .command('status')
    .description(say.code.status)
    .option('--json', help.json)
    .action(async () => {
      const { showCode } = await import('../commands/code/status.ts');
      done(await showCode(await context()));
    });
  top
    .command('remove')
    .description(say.code.remove)
    .option('--code-stdin', say.code.stdin)
    .action(async (options: { codeStdin?: boolean }) => {
      const { removeCode } = await import('../commands/code/remove.ts');
      done(await removeCode(await context(), options));
    });
}
