import { editionsOn } from '../client.ts';
import type { DenyRule } from '../plan-input.ts';

/** Where nothing reliable is known about a client's files, it can leave but nothing is removed. */
export const removeOnlyWhatWeKnow: DenyRule = ({ client, platform }) =>
  editionsOn(client, platform).every((edition) => edition.exitOnly || edition.files.length === 0)
    ? [{ code: 'not-removable', subject: client.id }]
    : [];
