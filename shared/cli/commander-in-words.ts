import type { Argument, Command, HelpConfiguration, Option, OutputConfiguration } from 'commander';
import { Help } from 'commander';
import { widthOf } from './print/paint.ts';
import { wrapped } from './print/wrap.ts';
import type { Language } from '../core/language.ts';
import {
  extrasInChinese,
  messageInChinese,
  titleInChinese,
  usageInChinese,
} from './commander-in-chinese.ts';

/** How commander's help reads in one language, measured in cells; in English its words are its own. */
export function helpIn(lang: Language): HelpConfiguration {
  const layout = {
    displayWidth: widthOf,
    boxWrap: (text: string, width: number) =>
      text
        .split('\n')
        .flatMap((line) => wrapped(line, width))
        .join('\n'),
  };
  if (lang === 'en') return layout;
  const usual = new Help();
  return {
    ...layout,
    styleTitle: titleInChinese,
    commandUsage: (command: Command) => usageInChinese(usual.commandUsage(command)),
    subcommandTerm: (command: Command) => usageInChinese(usual.subcommandTerm(command)),
    optionDescription: (option: Option) => extrasInChinese(usual.optionDescription(option)),
    argumentDescription: (argument: Argument) =>
      extrasInChinese(usual.argumentDescription(argument)),
  };
}

/** What is said of a wrong command line, in one language. */
export const messageIn = (message: string, lang: Language): string =>
  lang === 'en' ? message : messageInChinese(message);

export const errorsIn = (lang: Language): Pick<OutputConfiguration, 'outputError'> => ({
  outputError: (message, write) => write(messageIn(message, lang)),
});
