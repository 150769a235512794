import type { Device } from './devices.ts';
import type { HostKind } from './hosts.ts';
import type { Manifest } from './manifest.ts';

interface Self {
  readonly kind: HostKind;
  readonly device: Device;
  readonly deviceId: string;
  readonly manifest: Manifest;
  readonly language: string;
}

/** What a host says of itself (`-info`): the program, the decks, the plugin. */
export function infoOf({ kind, device, deviceId, manifest, language }: Self): object {
  const { version, platform, platformVersion, font } = kind;
  const spoken = languageIn(kind, language);
  return {
    application: { font, language: spoken, platform, platformVersion, version },
    colors: COLOURS,
    devicePixelRatio: 2,
    devices: [{ id: deviceId, ...deviceInfo(device) }],
    plugin: { uuid: manifest.UUID, version: manifest.Version },
  };
}

/** The language that a host hands on. */
export const languageIn = ({ languages }: HostKind, language: string): string =>
  languages?.includes(language) === false ? 'en' : language;

/** A deck as the protocol describes it. */
export const deviceInfo = ({ name, type, columns, rows }: Device): object => ({
  name,
  type,
  size: { columns, rows },
});

const COLOURS = {
  buttonMouseOverBackgroundColor: '#464646FF',
  buttonPressedBackgroundColor: '#303030FF',
  buttonPressedBorderColor: '#646464FF',
  buttonPressedTextColor: '#969696FF',
  highlightColor: '#0078FFFF',
};
