/** Folders that are nobody's chat client, with the reason; templates of places, `*` within one name. */
export interface OffLimits {
  readonly why: string;
  readonly paths: readonly string[];
}

const under = (places: readonly string[], ...names: readonly string[]): readonly string[] =>
  places.flatMap((place) => names.map((name) => `${place}/${name}`));

const FLATPAKS = ['{home}/.var/app'];
const SNAPS = ['{home}/snap'];
const MACOS = ['{home}/Library/Application Support'];

/**
 * What no data root may be, be in, or hold, whatever a client file says. Sources: the programs' own manuals
 * (ssh(1), gpg(1), pass(1), profile folders of Mozilla and Chromium), Flathub and Snapcraft for the ids.
 */
export const OFF_LIMITS: readonly OffLimits[] = [
  {
    why: 'keys of SSH, GnuPG and cloud services',
    paths: [
      ...under(['{home}'], '.ssh', '.gnupg', '.pki', '.aws', '.azure', '.kube', '.docker'),
      ...under(['{config}'], 'gcloud', 'gh', 'gnupg'),
      ...under(['{appData}'], 'gnupg', 'gcloud'),
    ],
  },
  {
    why: 'keyrings of the desktop',
    paths: [
      ...under(['{data}'], 'keyrings', 'kwalletd'),
      '{home}/Library/Keychains',
      ...under(['{appData}/Microsoft'], 'Credentials', 'Crypto', 'Protect', 'Vault'),
      ...under(['{localAppData}/Microsoft'], 'Credentials', 'Vault'),
    ],
  },
  {
    why: 'profiles of a browser or of a mail program',
    paths: [
      ...under(['{home}'], '.mozilla', '.thunderbird', '.librewolf', '.waterfox'),
      ...under(
        ['{config}', '{cache}'],
        ...['mozilla', 'google-chrome*', 'chromium', 'BraveSoftware', 'microsoft-edge*'],
        ...['vivaldi*', 'opera*', 'yandex-browser*', 'evolution', 'geary'],
      ),
      '{data}/evolution',
      ...under(
        FLATPAKS,
        ...['org.mozilla.*', 'com.google.Chrome*', 'org.chromium.Chromium', 'com.brave.Browser'],
        ...[
          'com.microsoft.Edge*',
          'com.vivaldi.Vivaldi',
          'com.opera.Opera',
          'io.gitlab.librewolf*',
        ],
      ),
      ...under(SNAPS, 'firefox', 'chromium', 'brave', 'opera*', 'vivaldi', 'thunderbird'),
      ...under(
        MACOS,
        ...['Firefox', 'Thunderbird', 'Google/Chrome*', 'Chromium', 'BraveSoftware'],
        ...['Microsoft Edge*', 'Vivaldi', 'com.operasoftware.*', 'Arc'],
      ),
      ...under(['{home}/Library'], 'Safari', 'Mail', 'Cookies', 'Containers/com.apple.Safari'),
      ...under(
        ['{localAppData}'],
        ...['Google/Chrome*', 'Chromium', 'BraveSoftware', 'Microsoft/Edge*', 'Vivaldi', 'Yandex'],
        ...['Mozilla', 'Thunderbird', 'Microsoft/Outlook'],
      ),
      ...under(['{appData}'], 'Mozilla', 'Thunderbird', 'Opera Software'),
    ],
  },
  {
    why: 'a store of passwords',
    paths: [
      ...under(['{home}'], '.password-store', '.1password', '.lastpass'),
      ...under(['{data}'], 'gopass', 'Enpass', 'pass'),
      ...under(
        ['{config}', '{cache}', '{appData}', '{localAppData}', ...MACOS],
        ...['keepassxc', 'KeePass*', '1Password', 'op', 'Bitwarden*', 'Enpass', 'Proton Pass'],
      ),
      '{home}/Library/Group Containers/*.com.1password',
      '{home}/Library/Containers/com.bitwarden.desktop',
      ...under(FLATPAKS, 'org.keepassxc.KeePassXC', 'com.bitwarden.desktop', 'com.onepassword.*'),
      ...under(SNAPS, 'keepassxc', 'bitwarden', 'bw', '1password', 'enpass'),
    ],
  },
  {
    why: 'a wallet',
    paths: [
      ...under(
        ['{home}'],
        ...['.bitcoin', '.ethereum', '.electrum*', '.litecoin', '.dogecoin', '.monero*', '.zcash'],
        ...['.bitmonero', 'Monero', '.ledger', '.sparrow', '.wasabi', '.walletwasabi'],
      ),
      ...under(
        ['{config}', '{data}', '{appData}', ...MACOS],
        ...['Bitcoin', 'Ethereum', 'Electrum*', 'Exodus', 'Ledger Live', 'atomic', 'solana'],
        ...['monero-project', 'Sparrow', '@trezor'],
      ),
      ...under(SNAPS, 'bitcoin-core', 'electrum', 'exodus'),
    ],
  },
];
