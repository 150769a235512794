import { interface as service } from '@jellybrick/dbus-next';

/**
 * What we export on a bus. In dbus-next 0.11.3 the constructor lays `undefined` over the members that
 * `configureMembers` put on the prototype, and decorators are no erasable syntax; so it is lifted here.
 */
export class Exported extends service.Interface {
  constructor(name: string) {
    super(name);
    for (const own of ['$properties', '$methods', '$signals']) Reflect.deleteProperty(this, own);
  }
}

/** A property that nobody else may set. */
export const readOnly = (signature: string) => ({ signature, access: 'read' }) as const;
