import { UsageError } from '../../errors.ts'
import type { Run } from '../command.ts'
import { COMPLETE } from './completed.ts'

/** Prints what a shell sources to complete the words of `voronka`. */
export const completion: Run = (_, { args }) => {
  const shell = SHELLS.find((one) => one === args[0])
  if (shell === undefined)
    throw new UsageError((w) => w.completion.badShell({ text: args[0] ?? '', known: SHELLS.join(', ') }))
  return { text: SCRIPTS[shell] }
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const

/**
 * The program answers a candidate a line, with what it stands for behind a tab. Bash has no place for that but the list of
 * several candidates; what begins alike there are the candidates themselves. Names come from anywhere, and Bash writes
 * them as they are: they are quoted here, within quotes by Bash, as files are, which alone does not quote all that a shell
 * would run. Where nothing is answered, files are.
 */
const SCRIPTS = {
  bash: `_voronka() {
  local cur=\${COMP_WORDS[COMP_CWORD]} quote= value about
  local -a shown=()
  [[ $cur == '=' ]] && cur=
  case $cur in
    [\\"\\']*) quote=\${cur:0:1} cur=\${cur:1} ;;
    *) cur=\${cur//\\\\/} ;;
  esac
  while IFS=$'\\t' read -r value about; do
    [[ -z $quote ]] && printf -v value '%q' "$value"
    COMPREPLY+=("$value")
    shown+=("$value\${about:+  ($about)}")
  done < <(voronka ${COMPLETE} "\${COMP_WORDS[@]:1:COMP_CWORD-1}" "$cur" 2>/dev/null)
  if [[ -n $quote ]]; then
    ((\${#COMPREPLY[@]} > 0)) && compopt -o filenames 2>/dev/null
  elif ((\${#COMPREPLY[@]} > 1)); then
    COMPREPLY=("\${shown[@]}")
  fi
}
complete -o bashdefault -o default -o nosort -F _voronka voronka
`,
  zsh: `#compdef voronka
_voronka() {
  local -a described only
  local line value about
  for line in "\${(@f)$(voronka ${COMPLETE} "\${(@Q)words[2,CURRENT-1]}" "\${(Q)words[CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    value=\${line%%$'\\t'*}
    about=\${line#*$'\\t'}
    described+=("\${value//:/\\\\:}\${about:+:$about}")
  done
  if ((\${#described})); then
    # The only one takes the place of what was typed, in whatever case that was.
    ((\${#described} == 1)) && only=(-U)
    _describe -V voronka described $only
  else
    _files
  fi
}
compdef _voronka voronka
`,
  fish: `function __voronka_complete
  set -l words (commandline -opc)
  set -l found (voronka ${COMPLETE} $words[2..-1] (commandline -ct | string trim -c "'\\"") 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c voronka -f -a '(__voronka_complete)'
`,
} as const satisfies Record<(typeof SHELLS)[number], string>
