import { lastPart } from '../paths.ts';
import { plainName } from './program-name.ts';

/** How an interpreter names its script on its command line. */
export interface Interpreter {
  /** Its programs, by name. */
  readonly names: RegExp;
  /** Options that take the next argument as their value. */
  readonly withValue: ReadonlySet<string>;
  /** Options after which the next argument is code, or the name of a module: no file is named. */
  readonly code: RegExp;
  /** Of these the module option, whose value can be a file below the current folder. */
  readonly module?: RegExp;
  /** Options after which the next argument is the script itself (`java -jar`). */
  readonly script?: ReadonlySet<string>;
  /** What it appends to a script that is named without. */
  readonly endings: readonly string[];
  /** Its first plain argument is a class, not a file. */
  readonly runsClasses?: true;
  /** A word between the interpreter and its script (`deno run`). */
  readonly verbs?: ReadonlySet<string>;
}

const NONE = /(?!)/;
const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Node.js: node(1), `node --help`; Electron takes the same. */
const NODE: Omit<Interpreter, 'names'> = {
  withValue: set(
    '-C -r -i --conditions --env-file --env-file-if-exists --experimental-loader --icu-data-dir --import --input-type --inspect-port --debug-port --loader --max-http-header-size --openssl-config --redirect-warnings --require --title --trace-event-categories --trace-event-file-pattern --tls-keylog --unhandled-rejections --watch-path --secure-heap --secure-heap-min --stack-trace-limit --test-name-pattern --test-reporter --diagnostic-dir --disable-warning --dns-result-order --heapsnapshot-signal --report-dir --report-directory --report-filename --report-signal --localstorage-file --es-module-specifier-resolution --experimental-default-type --cpu-prof-dir --cpu-prof-name --heap-prof-dir --heap-prof-name --run',
  ),
  code: /^(?:-e|-p|-pe|--eval|--print)$/,
  endings: ['.js', '.mjs', '.cjs', '.json', '.node', '/index.js', '/index.json', '/index.node'],
};

/** Electron as distributions and people call it: `electron28`, `electron-28`, `electron-bin` (Gentoo). */
export const ELECTRON = /^electron(?:[-_]?v?\d[\d.]*)?(?:-bin)?$/i;

export const INTERPRETERS: readonly Interpreter[] = [
  // python(1): -W, -X and --check-hash-based-pycs take a value; -c and -m end the options.
  {
    names: /^(?:python|pypy)[\d.]*[dmt]?(?:-dbg)?$/i,
    withValue: set('-W -X --check-hash-based-pycs'),
    code: /^-[A-Za-z]*[cm]$/,
    module: /^-[A-Za-z]*m$/,
    endings: ['/__main__.py'],
  },
  { names: /^(?:node|nodejs|iojs)[\d.]*$/i, ...NODE },
  { names: ELECTRON, ...NODE, endings: [...NODE.endings, '/main.js'] },
  // java(1): a class path says where classes are, not which one runs.
  {
    names: /^javaw?$/i,
    withValue: set(
      '-cp -classpath --class-path -p --module-path --upgrade-module-path --add-modules --enable-native-access --add-reads --add-exports --add-opens --limit-modules --patch-module --source -splash --describe-module -d',
    ),
    code: /^(?:-m|--module)$/,
    script: set('-jar'),
    runsClasses: true,
    endings: [],
  },
  {
    names: /^(?:bun|deno)$/i,
    withValue: set('-c --config -r --preload --import-map --cwd --env-file --tsconfig-override'),
    code: /^(?:-e|-p|--eval|--print|eval)$/,
    endings: ['.js', '.ts', '.mjs', '.cjs', '.tsx', '.jsx', '/index.js', '/index.ts'],
    verbs: set('run'),
  },
  // perl(1), ruby(1), php(1), bash(1) and its kin.
  { names: /^perl[\d.]*$/i, withValue: set('-I'), code: /^-[A-Za-z]*[eE]$/, endings: [] },
  { names: /^ruby[\d.]*$/i, withValue: set('-I -r -C -E'), code: /^-[A-Za-z]*e$/, endings: [] },
  {
    names: /^php[\d.]*$/i,
    withValue: set('-c -d -z'),
    code: /^(?:-r|-B|-R|-E)$/,
    script: set('-f --file'),
    endings: [],
  },
  {
    names: /^(?:ba|da|z|k|a)?sh$/,
    withValue: set('-o +o -O +O --rcfile --init-file'),
    code: /^-[A-Za-z]*c$/,
    endings: [],
  },
  {
    names: /^(?:mono|mono-sgen|dotnet)$/i,
    withValue: set('--config'),
    code: NONE,
    endings: [],
    verbs: set('exec'),
  },
];

/** Further ones, whose first argument that is no option is the script. */
const OTHERS =
  /^(?:tclsh[\d.]*|wish[\d.]*|gjs(?:-console)?|lua(?:jit)?[\d.]*|fish|pwsh|expect|guile|Rscript)$/i;

/** Whether a program runs scripts. Electron runs applications, which are programs of their own. */
export const runsScripts = (exe: string): boolean => {
  const name = plainName(lastPart(exe));
  return (
    OTHERS.test(name) || INTERPRETERS.some(({ names }) => names.test(name) && names !== ELECTRON)
  );
};

/** An interpreter that we know nothing of is read as Node.js is: the first argument that is no option. */
export const interpreterOf = (exe: string): Interpreter =>
  INTERPRETERS.find(({ names }) => names.test(plainName(lastPart(exe)))) ?? {
    names: NONE,
    ...NODE,
    endings: [],
  };
