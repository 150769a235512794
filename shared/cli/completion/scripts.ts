import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const MARK = 'clean-exit completion';

/**
 * The completion of every shell. It asks the program itself at each Tab, so that it never is older than the program;
 * the commands of `top` are offered where the program does not answer. The answer is a line of what the shell is to
 * offer besides (`:files`, `:users` or `:`), and then two lines a word: the word, and what it is.
 */
export function scriptsOf(top: Command): Readonly<Record<Shell, string>> {
  const commands = top.createHelp().visibleCommands(top);
  const names = commands.map((one) => one.name()).join(' ');
  return { bash: SCRIPTS.bash(names), zsh: SCRIPTS.zsh(names), fish: SCRIPTS.fish(names) };
}

const SCRIPTS: Readonly<Record<Shell, (commands: string) => string>> = {
  bash: (commands) => `# ${MARK} for bash
# Load it now:   source <(clean-exit completion bash)
# For good:      clean-exit completion bash > ~/.local/share/bash-completion/completions/clean-exit
_clean_exit() {
  local line value about cur="" joined="" beside="" at
  local -a before=() values=() abouts=()
  # bash splits words at "=", which is part of ours.
  for ((at = 1; at <= COMP_CWORD; at++)); do
    if [[ \${COMP_WORDS[at]} == "=" || $joined == "=" ]] && ((\${#before[@]} > 0)); then
      before[\${#before[@]}-1]+=\${COMP_WORDS[at]}
    else
      before+=("\${COMP_WORDS[at]}")
    fi
    joined=\${COMP_WORDS[at]}
  done
  cur=\${before[\${#before[@]}-1]}
  cur=\${cur#[\\"\\']}
  cur=\${cur//\\\\/}
  before[\${#before[@]}-1]=$cur
  while IFS= read -r line; do
    if [[ -z $beside ]]; then beside=$line; continue; fi
    IFS= read -r about
    values+=("$line")
    abouts+=("$about")
  done < <("$1" complete -- "\${before[@]}" 2>/dev/null)
  [[ $cur == --*=* ]] && cur=\${cur#*=}
  case $beside in
    :files) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur") ;;
    :users) while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -u -- "$cur") ;;
    "") if ((\${#before[@]} == 1)); then while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "${commands}" -- "$cur"); fi ;;
  esac
  for ((at = 0; at < \${#values[@]}; at++)); do
    value=\${values[at]}
    [[ $value == --*=* ]] && value=\${value#*=}
    about=\${abouts[at]}
    # The list that a second Tab shows has room for what each is.
    if [[ \${COMP_TYPE:-} == 63 && -n $about && \${#values[@]} -gt 1 ]]; then
      printf -v value '%-18s (%s)' "$value" "$about"
    elif [[ $value == *[!A-Za-z0-9_./:@%+=,-]* ]]; then
      printf -v value '%q' "$value"
    fi
    COMPREPLY+=("$value")
  done
}
complete -o nosort -F _clean_exit clean-exit 2>/dev/null || complete -F _clean_exit clean-exit
`,
  zsh: (commands) => `#compdef clean-exit
# ${MARK} for zsh
# Load it now:   source <(clean-exit completion zsh)
# For good:      clean-exit completion zsh > a folder of $fpath, as _clean-exit
_clean-exit() {
  local line about beside=""
  local -a values shown
  while IFS= read -r line; do
    if [[ -z $beside ]]; then beside=$line; continue; fi
    IFS= read -r about
    values+=("$line")
    shown+=("$line\${about:+  -- $about}")
  done < <("\${(Q)words[1]}" complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)
  case $beside in
    :files) compset -P '--*='; _files ;;
    :users) compset -P '--*='; _users ;;
    "") if (( CURRENT == 2 )); then compadd -- ${commands}; fi ;;
  esac
  # The program has chosen what fits; zsh is not to choose again, since it minds the case.
  (( \${#values} )) && compadd -U -l -V clean-exit -d shown -a values
}
if [[ \${funcstack[1]:-} == _clean-exit ]]; then
  _clean-exit "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _clean-exit clean-exit
fi
`,
  fish: (commands) => `# ${MARK} for fish
# Load it now:   clean-exit completion fish | source
# For good:      clean-exit completion fish > ~/.config/fish/completions/clean-exit.fish
function __clean_exit_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l answer ($before[1] complete -- $before[2..-1] "$current" 2>/dev/null)
    for at in (seq 2 2 (count $answer))
        printf '%s\\t%s\\n' $answer[$at] $answer[(math $at + 1)]
    end
    switch "$answer[1]"
        case ':files'
            __fish_complete_path (string replace -r '^--[^=]*=' '' -- $current)
        case ':users'
            __fish_complete_users
        case ''
            if test (count $before) -eq 1
                string split ' ' -- '${commands}'
            end
    end
end
complete -c clean-exit -f -a '(__clean_exit_complete)' -k
`,
};
