import { loadSm2, SM, sm2Point } from '../sm.ts';
import { checksOf, type CheckSuite } from './suite-of.ts';

/** SM3 with SM2; undefined where this Node.js has no SM3. */
export async function smChecks(): Promise<CheckSuite | undefined> {
  const sm2 = await loadSm2();
  return (
    sm2 &&
    checksOf(SM, (vkey) => {
      const point = sm2Point(vkey);
      const signed = point && sm2.checkedBy(point);
      return signed && ((bytes, signature) => Promise.resolve(signed(bytes, signature)));
    })
  );
}
