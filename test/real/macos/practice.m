// A chat client to practise on, for macOS: a real application with a bundle, a window and an icon, real
// helpers, and the bad manners of the real ones. Its arguments are those of the one for Windows;
// `--type=…` makes it a helper.
//
//   --dir D      its folder: `events.log` tells what happened, `state.txt` is written when it leaves in order
//   --temper T   polite | slow | deaf | asks | respawning | stubborn-helper
//   --helpers N  how many helpers; --helper-exe P: their program
//   --life MS    ends by itself after so long, whatever a test forgets
#import <Cocoa/Cocoa.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static NSString *dir = @".", *temper = @"polite", *helperExe;
static int helpers, life = 120000;
static BOOL isHelper;
static atomic_bool leaving;
static int lifeline[2]; // The end of a pipe whose closing tells the helpers that their root has gone.

static BOOL is(NSString *name) { return [temper isEqualToString:name]; }

// One line, in one write, so that lines of several processes do not mix.
static void tell(const char *what) {
  NSString *file = [dir stringByAppendingPathComponent:@"events.log"];
  int log = open(file.fileSystemRepresentation, O_WRONLY | O_APPEND | O_CREAT, 0600);
  char line[128];
  int length = snprintf(line, sizeof line, "%d %s %s\n", getpid(), isHelper ? "helper" : "root", what);
  if (log < 0) return;
  if (write(log, line, (size_t)length) < 0) perror("events.log");
  close(log);
}

static pid_t startHelper(void) {
  const char *program = helperExe.fileSystemRepresentation;
  NSString *lifetime = [NSString stringWithFormat:@"%d", life];
  char *const arguments[] = {(char *)program, "--type=renderer",
                             "--dir", (char *)dir.fileSystemRepresentation,
                             "--temper", (char *)temper.UTF8String,
                             "--life", (char *)lifetime.UTF8String, NULL};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t how;
  pid_t pid = -1;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, lifeline[0], STDIN_FILENO);
  posix_spawnattr_init(&how);
  // Nobody else may hold the lifeline.
  posix_spawnattr_setflags(&how, POSIX_SPAWN_CLOEXEC_DEFAULT);
  if (posix_spawn(&pid, program, &files, &how, arguments, environ) != 0) tell("has no helper");
  posix_spawnattr_destroy(&how);
  posix_spawn_file_actions_destroy(&files);
  return pid;
}

// Whoever ends is buried at once; a helper of a respawning client comes back as long as its root lives.
static void keepHelpers(void) {
  while (waitpid(-1, NULL, 0) > 0) {
    if (leaving || !is(@"respawning")) continue;
    startHelper();
    tell("helper came back");
  }
}

static int beHelper(void) {
  char byte;
  tell("up");
  if (is(@"stubborn-helper")) {
    signal(SIGTERM, SIG_IGN);
    for (;;) pause();
  }
  while (read(STDIN_FILENO, &byte, 1) > 0) continue;
  tell("root has gone");
  return 0;
}

@interface Client : NSObject <NSApplicationDelegate>
@property(nonatomic) NSWindow *window;
@property(nonatomic) NSStatusItem *icon;
@end

@implementation Client

- (void)applicationDidFinishLaunching:(NSNotification *)notification {
  self.window = [[NSWindow alloc] initWithContentRect:NSMakeRect(100, 100, 400, 300)
                                            styleMask:NSWindowStyleMaskTitled | NSWindowStyleMaskClosable
                                              backing:NSBackingStoreBuffered
                                                defer:NO];
  self.window.releasedWhenClosed = NO;
  self.window.title = @"微信";
  [self.window orderFront:nil];
  self.icon = [NSStatusBar.systemStatusBar statusItemWithLength:NSVariableStatusItemLength];
  self.icon.button.title = @"练";
  if (pipe(lifeline) != 0) exit(3);
  for (int i = 0; i < helpers; i++) startHelper();
  if (helpers > 0)
    [NSThread detachNewThreadWithBlock:^{
      keepHelpers();
    }];
  tell("ready");
}

- (NSApplicationTerminateReply)applicationShouldTerminate:(NSApplication *)sender {
  tell("asked to leave");
  if (is(@"deaf") || is(@"asks")) return NSTerminateCancel;
  leaving = true;
  if (!is(@"slow")) return NSTerminateNow;
  dispatch_after(dispatch_time(DISPATCH_TIME_NOW, NSEC_PER_SEC), dispatch_get_main_queue(), ^{
    [sender replyToApplicationShouldTerminate:YES];
  });
  return NSTerminateLater;
}

- (void)applicationWillTerminate:(NSNotification *)notification {
  NSString *file = [dir stringByAppendingPathComponent:@"state.txt"];
  [@"written in order\n" writeToFile:file atomically:NO encoding:NSUTF8StringEncoding error:nil];
  tell("left in order");
}

@end

static void readArguments(int count, const char *given[]) {
  for (int i = 1; i < count; i++) {
    NSString *name = @(given[i]), *value = i + 1 < count ? @(given[i + 1]) : @"";
    if ([name hasPrefix:@"--type="]) isHelper = YES;
    else {
      i++;
      if ([name isEqualToString:@"--dir"]) dir = value;
      else if ([name isEqualToString:@"--temper"]) temper = value;
      else if ([name isEqualToString:@"--helper-exe"]) helperExe = value;
      else if ([name isEqualToString:@"--helpers"]) helpers = value.intValue;
      else if ([name isEqualToString:@"--life"]) life = value.intValue;
    }
  }
}

int main(int count, const char *given[]) {
  @autoreleasepool {
    readArguments(count, given);
    alarm((unsigned)life / 1000);
    if (isHelper) return beHelper();
    static Client *client; // NSApplication does not hold its delegate.
    client = [Client new];
    NSApplication.sharedApplication.delegate = client;
    [NSApp setActivationPolicy:NSApplicationActivationPolicyRegular];
    [NSApp run];
  }
  return 0;
}
