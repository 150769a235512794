import type {
  CheckId,
  Confidence,
  Outcome,
  Presence,
  RefusalCode,
  RequestKind,
  Role,
  Tier,
  Verdict,
  Way,
} from '../model.ts';

/** Every sentence a person reads, in one language. A missing one does not compile. */
export interface Words {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly presence: Readonly<Record<Presence, string>>;
  readonly request: Readonly<Record<RequestKind, string>>;
  readonly step: Readonly<Record<Outcome['kind'], string>>;
  /** The same as something that was done. */
  readonly did: Readonly<Record<Outcome['kind'], string>>;
  readonly outcome: Readonly<Record<Outcome['outcome'], string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly way: Readonly<Record<Way['by'], string>>;
  readonly tier: Readonly<Record<Tier, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  /** What is refused, and the next thing to do. */
  readonly refusal: Readonly<Record<RefusalCode, { readonly what: string; readonly next: string }>>;
  /** The next thing to do after a verdict; empty where nothing is to be done. */
  readonly next: Readonly<Record<Verdict, string>>;
  /** What doctor looks at, and what to do where it is not good. */
  readonly check: Readonly<
    Record<CheckId, { readonly what: string; readonly limited: string; readonly missing: string }>
  >;
  /** By code; `%s` is the detail, and behind a `|` stands what is said without one. */
  readonly why: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<Text, string>>;
}

/** Short texts of the surfaces; `%s` is replaced by values in order. */
export type Text =
  | 'freed'
  | 'trashed'
  | 'freeable'
  | 'processes'
  | 'trayIcons'
  | 'windows'
  | 'nothingLeft'
  | 'left'
  | 'elapsed'
  | 'waiting'
  | 'asking'
  | 'askingOtherwise'
  | 'ending'
  | 'closing'
  | 'removing'
  | 'listing'
  | 'listTotal'
  | 'listCode'
  | 'listMore'
  | 'listUnknown'
  | 'confirmTrash'
  | 'leftovers'
  | 'signedIn'
  | 'notSignedIn'
  | 'lastUsed'
  | 'keptBytes'
  | 'neverTouched'
  | 'neverTouchedWhat'
  | 'restoreNone'
  | 'restoreUnsupported'
  | 'restoreUnsupportedNext'
  | 'restoreUnknown'
  | 'restoreUnknownNext'
  | 'restoreRuns'
  | 'restoreRunsNext'
  | 'restoreUnseen'
  | 'restoreUnseenNext'
  | 'restoreBusy'
  | 'restoreBusyNext'
  | 'restoreNoClient'
  | 'restoreNoClientNext'
  | 'restoreHow'
  | 'restoreCount'
  | 'restored_restorable'
  | 'restored_restored'
  | 'restored_partly'
  | 'restored_not_in_trash'
  | 'restored_changed'
  | 'restored_occupied'
  | 'restored_no_folder'
  | 'restored_failed'
  | 'noAccounts'
  | 'account'
  | 'exportOne'
  | 'exportOneNext'
  | 'exportNothing'
  | 'exportNothingNext'
  | 'factsElsewhere'
  | 'onlyLooked'
  | 'factsQuit'
  | 'factsData'
  | 'factsNever'
  | 'factsQuiet'
  | 'factsExitOnly'
  | 'oneList'
  | 'oneListNext'
  | 'afterExit'
  | 'settling'
  | 'wouldDo'
  | 'wouldDoNothing'
  | 'refused'
  | 'next'
  | 'others'
  | 'elsewhere'
  | 'startedByIt'
  | 'keptBySystem'
  | 'unmerged'
  | 'hidden'
  | 'forced'
  | 'did'
  | 'cache'
  | 'more'
  | 'notKept'
  | 'keptIn'
  | 'lockedIn'
  | 'lockedInMemory'
  | 'logFault'
  | 'cacheUnknown'
  | 'filesNotLooked'
  | 'seeProcesses'
  | 'seeTray'
  | 'seeWindows'
  | 'seeJournals'
  | 'noneOf'
  | 'ifStillThere'
  | 'confirmForce'
  | 'confirmPermanently'
  | 'notDone'
  | 'logEmpty'
  | 'logDamaged'
  | 'fileFault'
  | 'fileFaultNext'
  | 'policyFaultNext'
  | 'policyFiles'
  | 'noSuchClient'
  | 'knownClients'
  | 'practiceStarted'
  | 'practiceStopped'
  | 'practiceNone'
  | 'practiceRunning'
  | 'practiceRunningNext'
  | 'practiceNoIcon'
  | 'badTime'
  | 'badTimeNext'
  | 'wouldAsk'
  | 'good'
  | 'limited'
  | 'missing'
  | 'clientFiles'
  | 'allGood'
  | 'note'
  | 'stateNext'
  | 'warning'
  | 'logUnread'
  | 'fileInTheWay'
  | 'fileInTheWayNext'
  | 'faultsRemain'
  | 'needsYes'
  | 'needsYesNext'
  | 'ghostNext'
  | 'heldIconNext'
  | 'stoppedNext'
  | 'isStoppedNext'
  | 'windowNext'
  | 'practiceNext'
  | 'placeIs'
  | 'placeIsNot'
  | 'doubtNext'
  | 'doubtHidden'
  | 'doubtRuns'
  | 'settledMissing'
  | 'isFolder'
  | 'doubtAsk'
  | 'namesake'
  | 'settledIs'
  | 'settledIsNot'
  | 'forgotten'
  | 'notSettled'
  | 'isConfirmed'
  | 'settledByOthers'
  | 'runsOthers'
  | 'settledPlaces'
  | 'settledGone'
  | 'seeOthers'
  | 'answerLostNext'
  | 'answerLost'
  | 'folderGoneNext'
  | 'folderGone'
  | 'isCertain'
  | 'placesFault'
  | 'placesFaultNext';
