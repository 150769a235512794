import { finance } from './finance.ts';
import { government } from './government.ts';
import { home } from './home.ts';
import { medical } from './medical.ts';
import type { PresetName } from '../../core/presets.ts';
import { office } from './office.ts';
import type { Preset } from './preset.ts';

export const presets: Readonly<Record<PresetName, Preset>> = {
  ...{ home, office, finance },
  ...{ medical, government },
};
