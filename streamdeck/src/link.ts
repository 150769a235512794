/** Elgato hands on what follows the plugin's name; OpenDeck the whole address, which the SDK takes for a path. */
const BEFORE =
  /^(?:(?:streamdeck|openaction):?\/\/plugins\/message\/org\.clean-exit\.keys(?:\.sdPlugin)?)?\/?/;

/**
 * The client that a link asks to leave: `/exit/wechat`, `/exit/any`. Nothing else can be asked for, because
 * any web page may offer such a link.
 */
export const linkOf = (path: string): string | undefined =>
  /^exit\/([a-z0-9][a-z0-9-]{0,63})\/?$/.exec(path.replace(BEFORE, ''))?.[1];
