// A program that behaves as $ORACLE says: deaf, hide, leave (its parent leaves, it goes on), hop=MS (so for
// ever), with=N (starts $ORACLE_PART so often, which behaves as $ORACLE_PART_DOES says), bound (ends with its
// parent), browser. Says lines: a ready PID, a signal N PID; a browser says `a browser PID` first.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t asked;
static int deaf;
static void on(int number) {
  char line[64];
  int size = snprintf(line, sizeof line, "a signal %d %d\n", number, getpid());
  if (write(1, line, size) < 0) _exit(8);
  if (!deaf) asked = 1;
}
static const char *option(const char *name) {
  const char *all = getenv("ORACLE") ?: "", *at = all;
  for (size_t size = strlen(name); (at = strstr(at, name)); at += size)
    if ((at == all || at[-1] == ',') && (at[size] == 0 || at[size] == ',' || at[size] == '='))
      return at[size] == '=' ? at + size + 1 : at + size;
  return 0;
}
static int number(const char *name) {
  const char *at = option(name);
  return at ? atoi(at) : 0;
}
static void start_part(void) {
  char *part = getenv("ORACLE_PART"), *does = getenv("ORACLE_PART_DOES");
  if (!part || fork()) return;
  setenv("ORACLE", does ?: "", 1);
  setsid();
  char *v[] = {part, "--part", 0};
  execv(part, v);
  _exit(9);
}
int main(void) {
  static const int all[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGCONT, SIGTSTP};
  struct sigaction act = {0};
  act.sa_handler = on;
  deaf = option("deaf") != 0;
  for (size_t n = 0; n < sizeof all / sizeof *all; n++) sigaction(all[n], &act, 0);
  signal(SIGCHLD, SIG_IGN);
  if (option("bound")) prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (option("browser")) dprintf(1, "a browser %d\n", getpid());
  if (option("leave")) {
    int parent = getpid();
    if (fork()) _exit(0);
    while (getppid() == parent) usleep(100);
  }
  for (int n = number("with"); n > 0; n--) start_part();
  if (option("hide")) prctl(PR_SET_DUMPABLE, 0);
  dprintf(1, "a ready %d\n", getpid());
  int hop = number("hop");
  sigset_t none, term;
  sigemptyset(&none);
  sigemptyset(&term);
  sigaddset(&term, SIGTERM);
  sigprocmask(SIG_BLOCK, &term, 0);
  while (!asked) {
    if (!hop) sigsuspend(&none);
    else {
      sigprocmask(SIG_UNBLOCK, &term, 0);
      usleep(hop * 1000);
      sigprocmask(SIG_BLOCK, &term, 0);
      if (!asked && fork()) _exit(0);
    }
  }
  return 0;
}
