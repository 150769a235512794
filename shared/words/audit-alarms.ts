import type { AuditLine, AuditNotice } from '../core/receipt.ts';
import type { StateFaultLine } from '../core/state-fault.ts';
import type { Words } from './en.ts';
import { isInTheWay, stateAdvice } from './state-advice.ts';
import { stateFaultInWords } from './state-fault-in-words.ts';

/** What a person has to know of the audit log after a request; nothing where all is as it should be. */
export const auditAlarms = ({ fault, notices = [] }: AuditLine, say: Words): readonly string[] => [
  ...(fault ? [say.state.notAudited(stateFaultInWords(fault, say))] : []),
  ...notices.map((notice) => noticeInWords(notice, say)),
];

/** What helps where the log cannot be written; it is never just moved away. */
export const auditAdvice = (fault: StateFaultLine, say: Words): string =>
  isInTheWay(fault.code) ? say.auditKeep.faultNext : stateAdvice(fault, say);

const noticeInWords = (notice: AuditNotice, { state: say }: Words): string =>
  notice.code === 'key-replaced'
    ? say.keyReplaced(notice.line)
    : say.linesMissing(notice.line, notice.known - 1);
