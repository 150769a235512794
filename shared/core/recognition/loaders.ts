import { lastPart } from '../paths.ts';
import { plainName } from './program-name.ts';

/** A program that runs another one inside of its own process, and how it names that one. */
export interface Loader {
  readonly names: RegExp;
  /** Options that take the next argument as their value. */
  readonly withValue: ReadonlySet<string>;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const LOADERS: readonly Loader[] = [
  // ld.so(8), the C libraries' loaders; exodus calls its own linker-<hash>.
  {
    names:
      /^(?:ld-linux[\w.-]*\.so[\w.]*|ld-musl[\w.-]*|ld(?:64)?\.so[.\d]*|ld-\d[\d.]*\.so|ld-uClibc[\w.-]*|linker-[0-9a-f]{64})$/,
    withValue: set(
      '--library-path --inhibit-rpath --preload --audit --argv0 --glibc-hwcaps-prepend --glibc-hwcaps-mask --inhibit-cache-path',
    ),
  },
  // Emulators of other processors by qemu-user's own help, which others follow: box64, FEX, Apple's Rosetta in a
  // virtual machine, Loongson's LAT, Huawei's ExaGear.
  {
    names:
      /^(?:qemu-(?:aarch64(?:_be)?|alpha|arm(?:eb)?|hexagon|hppa|i386|loongarch64|m68k|mips\w*|ppc\w*|riscv\d+|s390x|sparc\w*|x86_64)(?:-static)?|box(?:32|64|86)(?:-bash)?|FEX(?:Loader|Interpreter)?|rosetta|latx?-[\w.]+|exagear|ubt_\w+)$/,
    withValue: set('-L -E -U -0 -r -B -R -s -cpu -g -d -D -p -seed -plugin'),
  },
  // jart/blink, blink(1): a log, a folder for chroot.
  { names: /^blink$/, withValue: set('-L -C') },
  // VHSgunzo/sharun maps the loader of a portable bundle into itself; its options stand alone.
  { names: /^sharun(?:-(?:x86_64|aarch64))?(?:-aio)?$/, withValue: set('') },
  // proot(1); what it traces shows its loader as its program, see `isNameless`.
  {
    names: /^proot$/,
    withValue: set(
      '-r -R -S -b -m -q -w -k -i -p --rootfs --bind --mount --qemu --pwd --cwd --kernel-release --change-id',
    ),
  },
  // valgrind(1): its tools run the program; each option holds its value.
  {
    names:
      /^(?:valgrind(?:\.bin)?|(?:memcheck|cachegrind|callgrind|helgrind|drd|massif|dhat|lackey|none|exp-bbv)-\w+-linux)$/,
    withValue: set(''),
  },
  // AsahiLinux/muvm: the program runs in a small machine inside of it.
  {
    names: /^(?:muvm|krun)$/,
    withValue: set(
      '-c --cpu-list -e --env --mem --vram --passt-socket -p --server-port -f --fex-image --net',
    ),
  },
];

/** A version that a package or a person appends: `box64-0.3.6`. */
const VERSION = /[-_]v?\d[\d.]*$/;

/** The loader of this name, also as an update, a packager or a version made it; undefined where it is none. */
export function loaderOf(exe: string): Loader | undefined {
  const name = plainName(lastPart(exe));
  const called = [name, name.replace(VERSION, '')];
  return LOADERS.find(({ names }) => called.some((one) => names.test(one)));
}
