/** Completion of the command line in shells. */
export const completion = {
  help: 'print the completion for your shell: bash, zsh or fish',
  shell: 'the shell; without one, that of SHELL',
  all: 'every client that is there',
  noShell: (shell: string) =>
    shell === '' ? 'No shell was named.' : `There is no completion for ${shell}.`,
  noShellNext: 'Name one: clean-exit completion bash, zsh or fish',
  own: (file: string) => `your own client, from ${file}`,
};
