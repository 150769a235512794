import type { Request } from '../model.ts';
import type { Order } from './order.ts';

type Asked =
  'kind' | 'clients' | 'then' | 'tiers' | 'account' | 'permanently' | 'everything' | 'exactly';

/** The request for each client of an order. */
export const requestsOf = ({
  kind,
  clients,
  then,
  tiers,
  account,
  permanently,
  everything,
  exactly,
}: Pick<Order, Asked>): readonly Request[] =>
  [...new Set(clients)].map((client) => {
    const only = exactly?.roots[client];
    const list = exactly?.lists?.[client];
    return {
      ...{ kind, client },
      ...(then === undefined ? {} : { then }),
      ...(tiers === undefined ? {} : { tiers }),
      ...(account === undefined ? {} : { account }),
      ...(permanently === undefined ? {} : { permanently }),
      ...(everything === undefined ? {} : { everything }),
      ...(only === undefined ? {} : { only }),
      ...(list === undefined ? {} : { consent: { list } }),
    };
  });
