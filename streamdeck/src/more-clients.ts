/**
 * Names one more folder of client files for the keys: the virtual deck describes its practice client there, so that
 * nothing is written among the person's own settings.
 */
export const MORE_CLIENTS = 'CLEAN_EXIT_CLIENTS';
