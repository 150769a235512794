// Asks macOS whether the owner of the account is there: Touch ID, Apple Watch or the password. Told: the reason, percent-encoded.
for (const framework of ['Foundation', 'LocalAuthentication']) ObjC.import(framework);

// LAPolicyDeviceOwnerAuthentication (LAContext.h).
const OWNER = 2;

function run([reason, ms]) {
  const context = $.LAContext.alloc.init;
  // A finger of a moment ago proves nothing of now.
  context.touchIDAuthenticationAllowableReuseDuration = 0;
  const fault = Ref();
  if (!context.canEvaluatePolicyError(OWNER, fault))
    return JSON.stringify({ code: codeOf(fault[0]), asked: false });
  let answer;
  context.evaluatePolicyLocalizedReasonReply(
    OWNER,
    $(decodeURIComponent(reason)),
    (success, error) => {
      answer = success ? { present: true } : { code: codeOf(error), asked: true };
    },
  );
  const end = Date.now() + Number(ms);
  while (!answer && Date.now() < end)
    $.NSRunLoop.currentRunLoop.runUntilDate($.NSDate.dateWithTimeIntervalSinceNow(0.05));
  if (!answer) context.invalidate;
  return JSON.stringify(answer || { late: true, asked: true });
}

function codeOf(error) {
  return !error || (error.isNil && error.isNil()) ? 0 : Number(error.code);
}
