import { asError } from '@shared/core/as-error.ts';

/**
 * Calls what another launcher than Raycast may not have: there it is missing, or throws that it is not supported
 * (Vicinae's `unsupported.ts`). Throws `instead` in that case, and whatever else went wrong as it is.
 */
export async function ifThere<T>(call: (() => Promise<T>) | undefined, instead: Error): Promise<T> {
  if (call === undefined) throw instead;
  try {
    return await call();
  } catch (error) {
    throw /@raycast\/api is not supported/.test(asError(error).message) ? instead : error;
  }
}
