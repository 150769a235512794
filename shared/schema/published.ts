import { clientSchema } from './client.ts';
import { approvalSchema } from './approval.ts';
import { orderSchema } from './order.ts';
import { placesSchema } from './places.ts';
import { policy1Schema } from '../policy/schema-1.ts';
import { policySchema } from '../policy/schema.ts';
import { accountsSchema } from './printed/accounts.ts';
import { auditShipSchema, auditStatusSchema } from './printed/audit-keep.ts';
import { auditProofSchema, auditVerifySchema } from './printed/audit-verify.ts';
import { clientsSchema } from './printed/clients.ts';
import { codeSchema } from './printed/code.ts';
import { deviceSchema } from './printed/device.ts';
import { doctorSchema } from './printed/doctor.ts';
import { errorSchema } from './printed/error.ts';
import { logSchema } from './printed/log.ts';
import { planSchema } from './printed/plan.ts';
import {
  policyCheckSchema,
  policyExplainSchema,
  policyPresetsSchema,
  policyShowSchema,
} from './printed/policy.ts';
import { presenceSchema } from './printed/presence.ts';
import { receiptsSchema } from './printed/receipts.ts';
import { restoreSchema } from './printed/restore.ts';
import { uninstallSchema } from './printed/uninstall.ts';
import { receipt1Schema } from './receipt-1.ts';
import { receiptSchema } from './receipt.ts';
import { statusSchema } from './status.ts';
import { volumeTokenSchema } from './volume-token.ts';

/** What we print, what older versions kept (receipt-1), and what we read (client, policy, places). */
export const PUBLISHED = {
  receipt: [receiptSchema, 'output'],
  receipts: [receiptsSchema, 'output'],
  'receipt-1': [receipt1Schema, 'output'],
  status: [statusSchema, 'output'],
  plan: [planSchema, 'output'],
  log: [logSchema, 'output'],
  doctor: [doctorSchema, 'output'],
  accounts: [accountsSchema, 'output'],
  restore: [restoreSchema, 'output'],
  clients: [clientsSchema, 'output'],
  code: [codeSchema, 'output'],
  presence: [presenceSchema, 'output'],
  uninstall: [uninstallSchema, 'output'],
  'policy-show': [policyShowSchema, 'output'],
  'policy-check': [policyCheckSchema, 'output'],
  'policy-explain': [policyExplainSchema, 'output'],
  'policy-presets': [policyPresetsSchema, 'output'],
  error: [errorSchema, 'output'],
  client: [clientSchema, 'input'],
  policy: [policySchema, 'input'],
  'policy-1': [policy1Schema, 'input'],
  places: [placesSchema, 'input'],
  device: [deviceSchema, 'output'],
  'audit-verify': [auditVerifySchema, 'output'],
  'audit-proof': [auditProofSchema, 'output'],
  'audit-ship': [auditShipSchema, 'output'],
  'audit-status': [auditStatusSchema, 'output'],
  order: [orderSchema, 'input'],
  approval: [approvalSchema, 'input'],
  'volume-token': [volumeTokenSchema, 'input'],
} as const;
