// Holds one program and all that comes of it, as an init does: what loses its parent is adopted here, so
// the kernel itself says when nobody of them lives. Options, then the program; CGROUP is `-` for none.
//   holder CGROUP UID GID FROM TO CWD PROGRAM ARGS...   (FROM is bound at TO in mounts of its own; `-`: none)
// Reads letters: p asks who lives, k ends all. Says lines: h end PID HOW, h empty, h lives PIDS, h nobody, h bad WHAT.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

static int pids[4096], found;
static void list(int of) {
  char name[64], text[4096];
  snprintf(name, sizeof name, "/proc/%d/task/%d/children", of, of);
  int file = open(name, O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  int size = read(file, text, sizeof text - 1);
  close(file);
  if (size <= 0) return;
  text[size] = 0;
  for (char *at = text, *end; found < 4000; at = end) {
    int pid = strtol(at, &end, 10);
    if (end == at) break;
    pids[found++] = pid;
    list(pid);
  }
}
static int reap(void) { // Whether nobody is left.
  static int told;
  int how;
  for (;;) {
    int pid = waitpid(-1, &how, WNOHANG | __WALL);
    if (pid == 0) return 0;
    if (pid < 0) {
      if (errno == EINTR) continue;
      if (!told++) dprintf(1, "h empty\n");
      return 1;
    }
    if (WIFSIGNALED(how)) dprintf(1, "h end %d %d\n", pid, WTERMSIG(how));
  }
}
static void tell(void) {
  for (int again = 0; again < 50; again++) {
    if (reap()) {
      dprintf(1, "h nobody\n");
      return;
    }
    found = 0;
    list(getpid());
    if (found == 0) continue; // Born and gone while we read.
    char line[4000];
    int size = 0;
    for (int n = 0; n < found && size < 3900; n++)
      size += snprintf(line + size, sizeof line - size, " %d", pids[n]);
    dprintf(1, "h lives%s\n", line);
    return;
  }
  dprintf(1, "h lives 0\n");
}
static void end_all(void) {
  while (!reap()) {
    found = 0;
    list(getpid());
    for (int n = 0; n < found; n++) {
      int group = getpgid(pids[n]);
      if (group > 1 && group != getpgrp()) kill(-group, SIGKILL);
      kill(pids[n], SIGKILL);
    }
    usleep(200);
  }
}
static void put(const char *file, const char *text) {
  int to = open(file, O_WRONLY | O_CLOEXEC);
  if (to < 0 || write(to, text, strlen(text)) < 0) dprintf(1, "h bad %s %s\n", file, strerror(errno));
  close(to);
}
static void must(int said, const char *what) {
  if (said == 0) return;
  dprintf(1, "h bad %s %s\n", what, strerror(errno));
  _exit(9);
}
static void bind_at(const char *from, const char *to) {
  char map[64];
  int uid = getuid(), gid = getgid();
  must(unshare(uid == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS), "unshare");
  if (uid != 0) {
    put("/proc/self/setgroups", "deny");
    snprintf(map, sizeof map, "%d %d 1", uid, uid);
    put("/proc/self/uid_map", map);
    snprintf(map, sizeof map, "%d %d 1", gid, gid);
    put("/proc/self/gid_map", map);
  }
  must(mount("none", "/", 0, MS_REC | MS_PRIVATE, 0), "private mounts");
  must(mount(from, to, 0, MS_BIND, 0), "bind");
}
int main(int count, char **v) {
  if (count < 8) return 2;
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  sigprocmask(SIG_BLOCK, &set, 0);
  int gone = signalfd(-1, &set, SFD_CLOEXEC), in[2];
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  prctl(PR_SET_NAME, "systemd"); // As a user's init, it starts nothing again.
  if (pipe2(in, O_CLOEXEC)) return 3;
  if (fork() == 0) {
    char place[512];
    int uid = atoi(v[2]), gid = atoi(v[3]);
    sigprocmask(SIG_UNBLOCK, &set, 0);
    prctl(PR_SET_NAME, "starting");
    if (strcmp(v[1], "-")) {
      snprintf(place, sizeof place, "%s/cgroup.procs", v[1]);
      put(place, "0");
    }
    setsid();
    dup2(in[0], 0);
    if (strcmp(v[4], "-")) bind_at(v[4], v[5]);
    if (getuid() == 0) {
      must(setgroups(0, 0), "setgroups");
      must(setgid(gid), "setgid");
      must(setuid(uid), "setuid");
    }
    must(chdir(v[6]), "chdir");
    execv(v[7], v + 7);
    must(-1, v[7]);
  }
  struct pollfd both[2] = {{0, POLLIN, 0}, {gone, POLLIN, 0}};
  for (;;) {
    poll(both, 2, -1);
    struct signalfd_siginfo info;
    char letter;
    if (both[1].revents) {
      if (read(gone, &info, sizeof info) < 0) return 4;
      reap();
    }
    if (both[0].revents) {
      if (read(0, &letter, 1) <= 0) break;
      if (letter == 'p') tell();
      if (letter == 'k') end_all();
    }
  }
  end_all();
  return 0;
}
